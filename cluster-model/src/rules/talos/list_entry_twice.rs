//! CLU0614 list-entry-twice.

use std::collections::BTreeMap;

use manifest::yaml::Node;
use manifest::{Finding, Rule, Severity};

use crate::estate::{Estate, Field};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0614",
    name: "list-entry-twice",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "No list of a configuration gets the same entry from two patches.",
    why: "Lists of patches add up and do not replace each other: what looks like a replacement is one entry more, and volumes or mounts at one path refuse each other.",
    bad: concat!(
        patch!(
            "500-a",
            "    machine:
      network:
        nameservers: [10.0.0.1]
"
        ),
        patch!(
            "500-b",
            "    machine:
      network:
        nameservers: [10.0.0.1, 9.9.9.9]
"
        )
    ),
    good: concat!(
        patch!(
            "500-a",
            "    machine:
      network:
        nameservers: [10.0.0.1]
"
        ),
        patch!(
            "500-b",
            "    machine:
      network:
        nameservers: [9.9.9.9]
"
        )
    ),
    source: "siderolabs/talos issue 12005; cozystack/talm, README",
};

/// Lists, and the key that tells their entries apart; none where the entries are texts.
const LISTS: [(&str, Option<&str>); 10] = [
    ("machine.network.nameservers", None),
    ("machine.network.searchDomains", None),
    ("machine.time.servers", None),
    ("machine.certSANs", None),
    ("machine.kernel.modules", Some("name")),
    ("machine.kubelet.extraMounts", Some("destination")),
    ("cluster.apiServer.certSANs", None),
    ("cluster.apiServer.extraVolumes", Some("mountPath")),
    ("cluster.extraManifests", None),
    ("cluster.inlineManifests", Some("name")),
];

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for (keys, identity) in LISTS {
        for (_, list) in estate.each(keys) {
            if !has_twice(&list, identity) {
                continue;
            }
            let mut seen: BTreeMap<&str, Field<'_>> = BTreeMap::new();
            for item in list.items() {
                let told = identity.map_or_else(|| item.clone(), |key| item.get(key));
                let Some(text) = told.text() else { continue };
                let Some(first) = seen.insert(text, told.clone()) else { continue };
                if first.place() == told.place() {
                    continue;
                }
                let message = format!("`{keys}` has `{text}` twice");
                findings.push(
                    Finding::new(&RULE, told.place(), message)
                        .related(first.place(), "here too")
                        .help("drop one of the two; lists of patches add up"),
                );
            }
        }
    }
}

/// Whether a list has an entry twice. Nearly none has, and to see it no way to an entry is needed.
fn has_twice(list: &Field<'_>, identity: Option<&str>) -> bool {
    let items = list.node().and_then(Node::as_sequence).unwrap_or_default();
    let told = items.iter().filter_map(|item| identity.map_or(Some(item), |key| item.get(key)));
    let mut texts: Vec<&str> = told.filter_map(Node::as_text).collect();
    texts.sort_unstable();
    texts.windows(2).any(|pair| matches!(pair, [one, other] if one == other))
}

//! CLU0807 low-power-storage.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0807",
    name: "low-power-storage",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Machines of the tier `low-power` hold no replicas of Longhorn's volumes.",
    why: "Rebuilding a replica takes more memory and disk than such a machine has: it stalls, and everything on it with it.",
    bad: concat!(
        application!(
            "longhorn",
            "          defaultSettings: {defaultReplicaCount: 3}
"
        ),
        patch!(
            "    machine:
      nodeLabels: {tier: low-power}
"
        )
    ),
    good: concat!(
        application!(
            "longhorn",
            "          defaultSettings: {defaultReplicaCount: 3, createDefaultDiskLabeledNodes: true}
"
        ),
        patch!(
            "    machine:
      nodeLabels: {tier: low-power}
"
        )
    ),
    source: "derio-net/frank, docs/investigations/2026-06-04--stor--raspi-1-memory-wedge-incident.md",
};

/// The label that makes Longhorn use a machine where it does not use all.
const LABEL: &str = "node.longhorn.io/create-default-disk";

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(release) = estate.releases_of("longhorn").next() else { return };
    let labelled_only = release.value("defaultSettings.createDefaultDiskLabeledNodes");
    let labelled_only = labelled_only.is_some_and(|field| field.text() == Some("true"));
    for machine in &estate.machines {
        let Some(tier) = machine.label("tier").filter(|tier| tier.value.as_str() == "low-power") else {
            continue;
        };
        let is_off = estate.of_kind("Node").any(|node| {
            node.group() == "longhorn.io"
                && node.name == machine.name
                && node.get("spec.allowScheduling").flag() == Some(false)
        });
        if is_off || (labelled_only && machine.label(LABEL).is_none()) {
            continue;
        }
        let message = format!("Longhorn puts replicas on `{}`, which is of low power", machine.name);
        findings.push(
            Finding::new(&RULE, tier.place.clone(), message)
                .related(release.place(), "Longhorn is installed here")
                .help(format!("set `defaultSettings.createDefaultDiskLabeledNodes: true`, and label the others `{LABEL}`")),
        );
    }
}

//! CLU0702 extensions-shadowed.

use std::collections::BTreeSet;

use manifest::{FieldPath, Finding, Part, Rule, Severity};
use omni_client::scope::{ExtensionsConfigurations, Member};

use crate::estate::Estate;

/// No two lists of extensions with different entries are for the same machine at the same level.
pub(super) static RULE: Rule = Rule {
    code: "CLU0702",
    name: "extensions-shadowed",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No two lists of extensions with different entries are for the same machine at the same level.",
    why: "Only the list with the last id counts; what the other asks for is not installed, without a word.",
    bad: "\
### a.yaml
metadata: {namespace: default, type: ExtensionsConfigurations.omni.sidero.dev, id: one-a, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}}
spec: {extensions: [siderolabs/iscsi-tools]}
### b.yaml
metadata: {namespace: default, type: ExtensionsConfigurations.omni.sidero.dev, id: one-b, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}}
spec: {extensions: [siderolabs/i915]}
",
    good: "\
### b.yaml
metadata: {namespace: default, type: ExtensionsConfigurations.omni.sidero.dev, id: one-b, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}}
spec: {extensions: [siderolabs/iscsi-tools, siderolabs/i915]}
",
    source: "siderolabs/omni issue 3372; machine_extensions.go",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let lists = ExtensionsConfigurations::new(estate.omni.extensions.iter().map(|list| &list.value));
    let place = |id: &str| {
        let list = estate.omni.extensions.iter().find(|list| list.value.id() == id);
        list.map(|list| list.at.place(&FieldPath::root().keys("spec.extensions"), Part::Key))
            .unwrap_or_default()
    };
    let mut told = BTreeSet::new();
    for machine in &estate.machines {
        let (Some(id), Some(set)) = (&machine.id, &machine.set) else { continue };
        let Some(chosen) = lists.of(Member::new(id.value.as_str(), &estate.name, set)) else { continue };
        let kept = &chosen.configuration.spec.extensions;
        for shadowed in &chosen.shadowed {
            let is_lost = shadowed.spec.extensions.iter().any(|name| !kept.contains(name));
            if !is_lost || !told.insert(shadowed.id()) {
                continue;
            }
            let message = format!(
                "the list `{}` never counts: `{}` is for the same machines and comes later",
                shadowed.id(),
                chosen.configuration.id()
            );
            findings.push(
                Finding::new(&RULE, place(shadowed.id()), message)
                    .related(place(chosen.configuration.id()), "the list that counts")
                    .help("merge the two lists into one"),
            );
        }
    }
}

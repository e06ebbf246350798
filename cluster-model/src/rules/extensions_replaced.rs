//! CLU0701 extensions-replaced.

use std::collections::BTreeSet;

use manifest::{FieldPath, Finding, Part, Rule, Severity};
use omni_client::scope::{ExtensionsConfigurations, Member};

use crate::estate::Estate;

/// A list of extensions for a machine or a machine set repeats every entry of the wider list that it replaces.
pub(super) static RULE: Rule = Rule {
    code: "CLU0701",
    name: "extensions-replaced",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A list of extensions for a machine or a machine set repeats every entry of the wider list that it replaces.",
    why: "Lists do not add up: the narrowest replaces the others, and the machine loses what is missing with the next image, storage drivers included.",
    bad: "\
### all.yaml
metadata: {namespace: default, type: ExtensionsConfigurations.omni.sidero.dev, id: all, labels: {omni.sidero.dev/cluster: lab}}
spec: {extensions: [siderolabs/iscsi-tools]}
### one.yaml
metadata: {namespace: default, type: ExtensionsConfigurations.omni.sidero.dev, id: one, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}}
spec: {extensions: [siderolabs/i915]}
",
    good: "\
### all.yaml
metadata: {namespace: default, type: ExtensionsConfigurations.omni.sidero.dev, id: all, labels: {omni.sidero.dev/cluster: lab}}
spec: {extensions: [siderolabs/iscsi-tools]}
### one.yaml
metadata: {namespace: default, type: ExtensionsConfigurations.omni.sidero.dev, id: one, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}}
spec: {extensions: [siderolabs/iscsi-tools, siderolabs/i915]}
",
    source: "siderolabs/omni, internal/backend/runtime/omni/controllers/omni/machine_extensions.go",
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
        for (layer, wider) in &chosen.replaced {
            let lost: Vec<&str> = wider
                .spec
                .extensions
                .iter()
                .filter(|name| !kept.contains(name))
                .map(String::as_str)
                .collect();
            if lost.is_empty() || !told.insert((chosen.configuration.id(), wider.id())) {
                continue;
            }
            let message = format!(
                "`{}` takes {} from `{}`: the list replaces that of the {layer}",
                chosen.configuration.id(),
                lost.join(", "),
                machine.name
            );
            findings.push(
                Finding::new(&RULE, place(chosen.configuration.id()), message)
                    .related(place(wider.id()), "the list that is replaced")
                    .help("repeat the entries in the narrower list"),
            );
        }
    }
}

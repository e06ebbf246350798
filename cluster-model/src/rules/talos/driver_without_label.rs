//! CLU0618 driver-without-label.

use std::collections::BTreeSet;

use manifest::{Finding, Rule, Severity};

use super::graphics::{LABELS, drivers};
use crate::estate::{Estate, Machine};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0618",
    name: "driver-without-label",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A machine with the driver of an accelerator carries the label by which others of its kind are found.",
    why: "The device is there and nothing is ever sent to it.",
    bad: concat!(
        extensions!("siderolabs/nonfree-kmod-nvidia-lts, siderolabs/nvidia-container-toolkit-lts"),
        patch!("    machine:
      nodeLabels: {zone: core}
"),
        "\
### other.yaml
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 500-o, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000002}}
spec: {data: \"machine: {nodeLabels: {accelerator: nvidia}}\"}
"
    ),
    good: concat!(
        extensions!("siderolabs/nonfree-kmod-nvidia-lts, siderolabs/nvidia-container-toolkit-lts"),
        patch!("    machine:
      nodeLabels: {accelerator: nvidia}
"),
        "\
### other.yaml
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 500-o, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000002}}
spec: {data: \"machine: {nodeLabels: {accelerator: nvidia}}\"}
"
    ),
    source: "derio-net/frank, patches/phase05-mini-config/README.md",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let lists = estate.machines.iter().filter_map(|machine| Some((machine, machine.extensions.as_ref()?)));
    let mut unlabelled = lists.filter(|(machine, _)| label_of(machine).is_none()).peekable();
    if unlabelled.peek().is_none() {
        return;
    }
    // Only where labels of accelerators are in use does one that is missing mean anything.
    let mut seen = BTreeSet::new();
    let labels = estate.machines.iter().filter_map(|machine| label_of(machine));
    let labels: Vec<(&str, &str)> = labels.filter(|label| seen.insert(*label)).collect();
    for (machine, list) in unlabelled {
        let has_driver = |value: &str| {
            drivers(value).is_some_and(|drivers| drivers.iter().any(|name| list.get(name).is_some()))
        };
        let Some((key, value)) = labels.iter().find(|(_, value)| has_driver(value)) else { continue };
        let message = format!("`{}` has the driver of `{value}` and no label `{key}`", machine.name);
        findings.push(
            Finding::new(&RULE, list.place.clone(), message)
                .help(format!("label the machine `{key}: {value}`, or take the driver away")),
        );
    }
}

/// The label by which the accelerator of a machine is found.
fn label_of(machine: &Machine) -> Option<(&'static str, &str)> {
    LABELS.into_iter().find_map(|key| Some((key, machine.label(key)?.value.as_str())))
}

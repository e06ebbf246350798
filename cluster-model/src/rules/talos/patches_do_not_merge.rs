//! CLU0615 patches-do-not-merge.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0615",
    name: "patches-do-not-merge",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Talos can merge the patches of a machine in their order.",
    why: "There is no configuration for the machine: it keeps the one that it has, and every later change waits behind this one.",
    bad: concat!(
        patch!(
            "500-a",
            "    apiVersion: v1alpha1
    kind: UserVolumeConfig
    name: data
    provisioning: {diskSelector: {match: system_disk}, maxSize: 10GB}
"
        ),
        patch!(
            "500-b",
            "    apiVersion: v1alpha1
    kind: ExistingVolumeConfig
    name: data
    discovery: {volumeSelector: {match: volume.partition_label == \"data\"}}
"
        )
    ),
    good: concat!(
        patch!(
            "500-a",
            "    apiVersion: v1alpha1
    kind: UserVolumeConfig
    name: data
    provisioning: {diskSelector: {match: system_disk}, maxSize: 10GB}
"
        ),
        patch!(
            "500-b",
            "    apiVersion: v1alpha1
    kind: ExistingVolumeConfig
    name: more
    discovery: {volumeSelector: {match: volume.partition_label == \"data\"}}
"
        )
    ),
    source: "siderolabs/talos, pkg/machinery/config/configpatcher",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in &estate.effective {
        let Some(failure) = &effective.failure else { continue };
        let mut patches = effective.applied.iter().map(|applied| &applied.patch);
        // Operations of JSON are refused by Omni before they get this far.
        let is_list =
            |text: &str| text.trim_start().starts_with(['[', '-']) && !text.trim_start().starts_with("---");
        if patches.clone().any(|patch| is_list(patch.text.source.text())) {
            continue;
        }
        // Nothing says which one is to blame.
        let Some(patch) = patches.next_back() else { continue };
        let message = format!("the patch `{}` and those before it do not merge", patch.resource.id());
        findings.push(
            Finding::new(&RULE, patch.at.whole(), message)
                .upstream(failure.clone())
                .help("look for what two of the patches say in ways that exclude each other"),
        );
    }
}

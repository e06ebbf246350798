//! CLU0906 rollout-too-wide.

use manifest::{Finding, Rule, Severity};

use super::Facts;
use crate::plan::order::at_once;

/// Fewer workers are away at once than the storage keeps replicas.
pub(super) static RULE: Rule = Rule {
    code: "CLU0906",
    name: "rollout-too-wide",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Fewer workers are away at once than the storage keeps replicas.",
    why: "A volume whose replicas are all on machines that are away is gone until one is back, and lost if they are wiped.",
    bad: "\
new: {accelerators: {nvidia: {extensions: [siderolabs/nonfree-kmod-nvidia-production, siderolabs/nvidia-container-toolkit-production]}}}
also: |
  apiVersion: storage.k8s.io/v1
  kind: StorageClass
  metadata: {name: longhorn}
  parameters: {numberOfReplicas: '1'}
",
    good: "\
new: {accelerators: {nvidia: {extensions: [siderolabs/nonfree-kmod-nvidia-production, siderolabs/nvidia-container-toolkit-production]}}}
also: |
  apiVersion: storage.k8s.io/v1
  kind: StorageClass
  metadata: {name: longhorn}
  parameters: {numberOfReplicas: '2'}
",
    source: "Omni documentation, cluster templates; derio-net/frank, the values of Longhorn",
};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some(storage) = facts.new.storage() else { return };
    let down = facts.machines.iter().filter(|machine| !machine.control_plane && machine.goes_down()).count();
    let down = u32::try_from(down).unwrap_or(u32::MAX);
    let together = at_once(facts.new, false).unwrap_or(u32::MAX).max(1).min(down);
    if together == 0 || together < storage.replicas {
        return;
    }
    let place = facts.place_of(&storage.source);
    let message = format!(
        "{together} {} away at once, and `{}` keeps {} {}",
        if together == 1 { "worker is" } else { "workers are" },
        storage.source.id,
        storage.replicas,
        if storage.replicas == 1 { "replica" } else { "replicas" },
    );
    findings
        .push(Finding::new(&RULE, place, message).help(
            "lower `maxParallelism`, or let the storage keep one replica more than workers go at once",
        ));
}

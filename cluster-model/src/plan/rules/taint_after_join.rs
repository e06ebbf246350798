//! CLU0903 taint-after-join.

use manifest::{Finding, Rule, Severity};

use super::Facts;
use crate::plan::Membership;

/// The taints of a worker do not change while it is in the cluster.
pub(super) static RULE: Rule = Rule {
    code: "CLU0903",
    name: "taint-after-join",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The taints of a worker do not change while it is in the cluster.",
    why: "Talos writes them with the kubelet's credentials, which may not change taints once the node is registered: the change is refused, again and again.",
    bad: "\
also: |
  metadata:
    namespace: default
    type: ConfigPatches.omni.sidero.dev
    id: 500-taint
    labels: {omni.sidero.dev/cluster: my-cluster}
  spec: {data: 'machine: {nodeTaints: {dedicated: \"gpu:NoSchedule\"}}'}
",
    good: "\
also: |
  metadata:
    namespace: default
    type: ConfigPatches.omni.sidero.dev
    id: 500-taint
    labels: {omni.sidero.dev/cluster: my-cluster}
  spec: {data: 'machine: {nodeAnnotations: {dedicated: gpu}}'}
",
    source: "siderolabs/talos issues 13443 and 8193",
};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workers = facts
        .machines
        .iter()
        .filter(|machine| machine.membership == Membership::Stays && !machine.control_plane);
    for machine in workers {
        let mut reasons = machine.reasons.iter();
        if let Some(taint) =
            reasons.find(|reason| reason.appears && reason.what.starts_with("machine.nodeTaints"))
        {
            let message = format!("`{}` of `{}` changes behind its registration", taint.what, machine.name);
            findings.push(
                Finding::new(&RULE, facts.place_of_machine(machine), message)
                    .help("taint the node once with `kubectl taint`; Talos then takes the taint over"),
            );
        }
    }
}

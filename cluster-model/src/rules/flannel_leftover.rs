//! CLU0303 flannel-leftover.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;
use crate::spec::{ClusterState, StepId};

/// The rollout of a running cluster that takes flannel out of Talos' configuration deletes its `DaemonSet` too.
pub(super) static RULE: Rule = Rule {
    code: "CLU0303",
    name: "flannel-leftover",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The rollout of a running cluster that takes flannel out of Talos' configuration deletes its `DaemonSet` too.",
    why: "Talos never deletes what it once installed: flannel goes on writing the CNI configuration beside Cilium.",
    bad: "\
rollout:
  cluster: running
  steps: [cilium-ready, cni-none, remove-kube-proxy, cilium-install, verify]
",
    good: "\
rollout:
  cluster: running
  steps: [cilium-ready, cni-none, remove-flannel, remove-kube-proxy, cilium-install, verify]
",
    source: "derio-net/frank, patches/phase02-cilium/README.md; cilium/cilium issue 3219",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let rollout = &estate.rollout;
    let has = |wanted: StepId| rollout.steps.contains(&wanted);
    if rollout.from == ClusterState::Running && has(StepId::CniNone) && !has(StepId::RemoveFlannel) {
        findings.push(
            Finding::new(
                &RULE,
                rollout.place.clone(),
                "Talos stops installing flannel, but no step deletes the one that runs",
            )
            .help("add `remove-flannel` behind `cni-none`"),
        );
    }
}

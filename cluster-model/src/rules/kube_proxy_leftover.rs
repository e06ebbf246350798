//! CLU0302 kube-proxy-leftover.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;
use crate::spec::{ClusterState, StepId};

/// The rollout of a running cluster that disables kube-proxy in Talos deletes its `DaemonSet` too.
pub(super) static RULE: Rule = Rule {
    code: "CLU0302",
    name: "kube-proxy-leftover",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The rollout of a running cluster that disables kube-proxy in Talos deletes its `DaemonSet` too.",
    why: "Talos stops managing kube-proxy but never deletes it. Left running, it and Cilium both program the same services.",
    bad: "\
rollout:
  cluster: running
  steps: [cilium-ready, cni-none, remove-flannel, cilium-install, verify]
",
    good: "\
rollout:
  cluster: running
  steps: [cilium-ready, cni-none, remove-flannel, remove-kube-proxy, cilium-install, verify]
",
    source: "the seed's fifth gotcha; Talos documentation, Deploying Cilium",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let rollout = &estate.rollout;
    let has = |wanted: StepId| rollout.steps.contains(&wanted);
    let disables =
        rollout.from == ClusterState::Running && has(StepId::CniNone) && !estate.talos.kube_proxy.value;
    if disables && !has(StepId::RemoveKubeProxy) {
        findings.push(
            Finding::new(
                &RULE,
                rollout.place.clone(),
                "kube-proxy is disabled in Talos, but no step deletes the one that runs",
            )
            .help("add `remove-kube-proxy` behind `cni-none`"),
        );
    }
}

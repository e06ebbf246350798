//! CLU0302 talos-leftover.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;
use crate::spec::{ClusterState, StepId};

/// The rollout of a running cluster that takes flannel or kube-proxy out of Talos' configuration deletes their
/// `DaemonSet`s too.
pub(super) static RULE: Rule = Rule {
    code: "CLU0302",
    name: "talos-leftover",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The rollout of a running cluster that takes flannel or kube-proxy out of Talos' configuration deletes their `DaemonSet`s too.",
    why: "Talos never deletes what it once installed: flannel goes on writing the CNI configuration beside Cilium, and kube-proxy goes on programming the services that Cilium programs.",
    bad: "\
rollout:
  cluster: running
  steps: [cilium-ready, cni-none, cilium-install, verify]
",
    good: "\
rollout:
  cluster: running
  steps: [cilium-ready, cni-none, remove-flannel, remove-kube-proxy, cilium-install, verify]
",
    source: "the seed's fifth gotcha; Talos documentation, Deploying Cilium; derio-net/frank, patches/phase02-cilium/README.md; cilium/cilium issue 3219",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let (Some(rollout), Some(talos)) = (&estate.rollout, &estate.talos) else { return };
    let has = |wanted: StepId| rollout.steps.contains(&wanted);
    if rollout.from != ClusterState::Running || !has(StepId::CniNone) {
        return;
    }
    let subjects = [
        ("flannel", true, StepId::RemoveFlannel),
        ("kube-proxy", !talos.kube_proxy.value, StepId::RemoveKubeProxy),
    ];
    for (name, leaves, step) in subjects {
        if leaves && !has(step) {
            let message = format!("Talos stops managing {name}, but no step deletes the one that runs");
            let help = format!("add `{step}` behind `cni-none`");
            findings.push(Finding::new(&RULE, rollout.place.clone(), message).help(help));
        }
    }
}

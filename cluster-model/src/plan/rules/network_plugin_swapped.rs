//! CLU0901 network-plugin-swapped.

use manifest::{Finding, Rule, Severity};

use super::Facts;
use crate::plan::{Membership, Side};

/// Talos stops installing its network plugin in the plan that brings Cilium.
pub(super) static RULE: Rule = Rule {
    code: "CLU0901",
    name: "network-plugin-swapped",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Talos stops installing its network plugin in the plan that brings Cilium.",
    why: "Pods lose their network between this change and the first ready agent, and Talos restarts a node that stays unready for about ten minutes.",
    bad: "\
old: {cilium: ~}
new: {cilium: ~}
also: |
  metadata:
    namespace: default
    type: ConfigPatches.omni.sidero.dev
    id: 500-cni
    labels: {omni.sidero.dev/cluster: my-cluster}
  spec: {data: 'cluster: {network: {cni: {name: none}}}'}
",
    good: "\
old: {cilium: ~}
new: {}
",
    source: "Talos documentation, Deploying Cilium; derio-net/frank, patches/phase02-cilium/README.md",
};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let swaps =
        facts.machines.iter().filter(|machine| machine.membership == Membership::Stays).any(|machine| {
            let mut reasons = machine.reasons.iter();
            reasons.any(|reason| reason.appears && reason.what == "cluster.network.cni.name")
        });
    // Only Cilium's values hold these keys.
    let brings = facts.resources.iter().any(|change| {
        let mut leaves = change.leaves.iter();
        change.resource.kind == "HelmValues"
            && change.side != Side::Removed
            && leaves.any(|leaf| leaf.path == "k8sServiceHost" || leaf.path == "kubeProxyReplacement")
    });
    if swaps && !brings {
        let change = facts
            .resources
            .iter()
            .find(|change| change.leaves.iter().any(|leaf| leaf.path == "cluster.network.cni.name"));
        let place = change.map(|change| facts.place_of(&change.resource)).unwrap_or_default();
        findings.push(
            Finding::new(
                &RULE,
                place,
                "Talos stops installing its network plugin, and the plan brings no other one",
            )
            .help("put the release of Cilium into the same plan"),
        );
    }
}

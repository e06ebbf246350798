//! CLU0426 load-balancer-label-kept.

use manifest::{Finding, Rule, Severity};

use crate::estate::{Estate, HelmRelease, Machine};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0426",
    name: "load-balancer-label-kept",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Control planes that are to take workloads behind load balancers do not carry the label that excludes them.",
    why: "Talos labels control planes `node.kubernetes.io/exclude-from-external-load-balancers`: MetalLB and Cilium's node IPAM leave them out, and a service whose pods run there is not reached.",
    bad: concat!(
        application!(
            "metallb",
            "          speaker: {enabled: true}
"
        ),
        member!(control_plane),
        patch!(
            "    cluster:
      allowSchedulingOnControlPlanes: true
"
        )
    ),
    good: concat!(
        application!(
            "metallb",
            "          speaker: {enabled: true}
"
        ),
        member!(control_plane),
        patch!(
            "    machine:
      nodeLabels:
        node.kubernetes.io/exclude-from-external-load-balancers: {$patch: delete}
    cluster:
      allowSchedulingOnControlPlanes: true
"
        )
    ),
    source: "siderolabs/talos issue 9960; metallb/metallb issue 2676",
};

const LABEL: &str = "node.kubernetes.io/exclude-from-external-load-balancers";

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let node_ipam = estate.cilium.as_ref().filter(|cilium| cilium.values.node_ipam.enabled.is_true());
    let node_ipam = node_ipam.map(|cilium| cilium.value_place("nodeIPAM.enabled"));
    let balancer = estate.releases_of("metallb").next().map(HelmRelease::place).or(node_ipam);
    // With workers there is somewhere else to go.
    if estate.machines.iter().any(|machine| !machine.is_control_plane()) {
        return;
    }
    let Some(balancer) = balancer else { return };
    for (effective, allows) in estate.each("cluster.allowSchedulingOnControlPlanes") {
        let labels = effective.get("machine.nodeLabels");
        let is_kept = labels.is_some_and(|labels| labels.key(LABEL).node().is_some());
        let is_meant =
            allows.flag() == Some(true) && estate.machines_of(effective).any(Machine::is_control_plane);
        if is_kept && is_meant {
            let message = "control planes take workloads, and load balancers leave them out";
            findings.push(
                Finding::new(&RULE, allows.place(), message)
                    .related(balancer.clone(), "the load balancer")
                    .help(format!(
                        "delete the label: `machine: {{nodeLabels: {{{LABEL}: {{$patch: delete}}}}}}`"
                    )),
            );
        }
    }
}

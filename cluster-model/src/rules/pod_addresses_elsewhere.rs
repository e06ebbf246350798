//! CLU0319 pod-addresses-elsewhere.

use cilium_values::values::ipam::IpamMode;
use manifest::{Finding, Rule, Severity};

use super::network::networks_of;
use crate::estate::Estate;

pub(super) static RULE: Rule = Rule {
    code: "CLU0319",
    name: "pod-addresses-elsewhere",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Cilium takes the addresses of pods from Kubernetes (`ipam.mode: kubernetes`), or from the pool that Talos knows.",
    why: "Talos does not know the range, and may take the address of a pod for its node's own; the range of the chart, 10.0.0.0/8, hides most local networks.",
    bad: "\
cilium:
  values: {ipam: {mode: cluster-pool}}
",
    good: "\
cilium:
  values: {ipam: {mode: cluster-pool, operator: {clusterPoolIPv4PodCIDRList: [10.244.0.0/16]}}}
",
    source: "siderolabs/talos issues 4546, 8174; cilium/cilium issue 29881",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = estate.cilium.as_ref().filter(|cilium| cilium.is_known()) else { return };
    // The chart's own values are long, and what is said counts before them.
    if cilium.values.ipam.mode.value() == Some(IpamMode::Kubernetes) {
        return;
    }
    let values = cilium.effective(&estate.versions.cilium_or_newest());
    let Some(mode) = values.ipam.mode.value().filter(|mode| *mode != IpamMode::Kubernetes) else { return };
    let known: Vec<String> =
        networks_of(estate, "pods").iter().map(|network| network.value.to_string()).collect();
    let pool = values
        .ipam
        .operator
        .cluster_pool_ipv4_pod_cidr_list
        .get()
        .map(|pool| pool.iter().map(str::to_owned).collect::<Vec<_>>())
        .unwrap_or_default();
    if mode == IpamMode::ClusterPool && !pool.is_empty() && pool.iter().all(|network| known.contains(network))
    {
        return;
    }
    findings.push(
        Finding::new(
            &RULE,
            cilium.value_place("ipam.mode"),
            "Talos does not know which addresses are those of pods",
        )
        .help("set `ipam.mode: kubernetes`, or make the pool the network of pods in Talos"),
    );
}

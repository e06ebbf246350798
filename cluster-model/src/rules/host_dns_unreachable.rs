//! CLU0318 host-dns-unreachable.

use manifest::{Finding, Rule, Severity};
use talos_config::Minor;

use crate::estate::{Estate, Field};

pub(super) static RULE: Rule = Rule {
    code: "CLU0318",
    name: "host-dns-unreachable",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Where Talos answers the DNS of the cluster on the host, Cilium's routing in eBPF does not lead past the host.",
    why: "Packets of pods to the address on the loopback link of the host get lost: names outside of the cluster are not resolved.",
    bad: "\
cilium:
  values: {bpf: {masquerade: true}}
",
    good: "\
cilium:
  values: {bpf: {masquerade: true, hostLegacyRouting: true}}
",
    source: "siderolabs/talos issues 10002, 8836; cilium/cilium issues 36737, 36852",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = &estate.cilium else { return };
    let bpf = &cilium.values.bpf;
    if !cilium.replaces_kube_proxy() || !bpf.masquerade.is_true() || bpf.host_legacy_routing.is_true() {
        return;
    }
    if !estate.versions.cilium_or_newest().bypasses_host_loopback() || !forwards(estate) {
        return;
    }
    findings.push(
        Finding::new(
            &RULE,
            cilium.value_place("bpf.masquerade"),
            "pods do not reach the resolver of the host",
        )
        .help("set `bpf.hostLegacyRouting: true`, or `forwardKubeDNSToHost: false` in Talos"),
    );
}

/// Whether some machine forwards the DNS of the cluster to its own resolver, which every supported Talos does unless told
/// otherwise.
fn forwards(estate: &Estate) -> bool {
    if estate.effective.is_empty() {
        return true;
    }
    estate.effective.iter().any(|effective| {
        let old = effective.get("machine.features.hostDNS.forwardKubeDNSToHost");
        let documents = effective.of_kind("ResolverConfig");
        let new = documents.map(|document| document.get("hostDNS.forwardKubeDNSToHost")).find(Field::is_set);
        // What 1.14 generates is not written down here.
        old.or(new).map_or(effective.minor >= Minor::V1_14, |field| field.flag() == Some(true))
    })
}

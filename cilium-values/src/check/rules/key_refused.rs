//! CIL0002 key-refused.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::ipam::IpamMode;

/// No key is set that was removed and that the chart refuses.
pub(super) static RULE: Rule = Rule {
    code: "CIL0002",
    name: "key-refused",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No key is set that was removed and that the chart refuses.",
    why: "The chart does not render: nothing is installed and nothing upgraded.",
    bad: "\
tunnel: vxlan
",
    good: "\
tunnelProtocol: vxlan
",
    source: "cilium/cilium, chart, templates/validate.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.values;
    let cilium = subject.cilium;
    let refused: &[(&str, bool, u64, &str)] = &[
        (
            "enableCiliumEndpointSlice",
            values.enable_cilium_endpoint_slice.is_true(),
            18,
            "use `ciliumEndpointSlice.enabled`",
        ),
        (
            "ciliumEndpointSlice.sliceMode",
            values.cilium_endpoint_slice.slice_mode.get().is_some(),
            18,
            "remove it",
        ),
        ("tunnel", !values.tunnel.text().is_empty(), 16, "use `routingMode` and `tunnelProtocol`"),
        ("enableK8sEventHandover", values.enable_k8s_event_handover.is_true(), 16, "remove it"),
        ("enableCnpStatusUpdates", values.enable_cnp_status_updates.is_true(), 16, "remove it"),
    ];
    for &(path, is_set, since, help) in refused {
        if is_set && cilium.is_at_least(since) {
            let message = format!("`{path}` was removed, and the chart of {cilium} refuses it");
            subject.report(&RULE, path, message).help_with(help);
        }
    }
    let pool = &values.ipam.operator;
    let lists = [
        ("ipam.operator.clusterPoolIPv4PodCIDR", &pool.cluster_pool_ipv4_pod_cidr),
        ("ipam.operator.clusterPoolIPv6PodCIDR", &pool.cluster_pool_ipv6_pod_cidr),
    ];
    let is_pool = subject.effective.ipam.mode.value().is_none_or(|mode| mode == IpamMode::ClusterPool);
    for (path, cidr) in lists {
        if !cidr.text().is_empty() && is_pool && !cilium.is_at_least(19) {
            let message = format!("`{path}` was removed, and the chart of {cilium} refuses it");
            subject.report(&RULE, path, message).help_with(format!("use `{path}List`"));
        }
    }
}

//! CIL0002 key-refused.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::Setting;
use crate::values::common::Any;
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
    let is_any = |setting: &Setting<Any>| setting.get().is_some_and(Any::is_truthy);
    let (ipsec, metrics) = (&values.encryption, &values.proxy.prometheus);
    let mesh_ca = &values.clustermesh.apiserver.tls.ca;
    let slices = "use `ciliumEndpointSlice.enabled`";
    // Where the key is, whether it is set, how the chart calls what was removed, and what to do.
    let refused: &[(&str, bool, Removed, &str)] = &[
        ("enableCiliumEndpointSlice", values.enable_cilium_endpoint_slice.is_true(), SLICES, slices),
        (
            "ciliumEndpointSlice.sliceMode",
            values.cilium_endpoint_slice.slice_mode.get().is_some(),
            SLICE_MODE,
            "remove it",
        ),
        ("encryption.keyFile", is_any(&ipsec.key_file), IPSEC, "use `encryption.ipsec.keyFile`"),
        ("encryption.mountPath", is_any(&ipsec.mount_path), IPSEC, "use `encryption.ipsec.mountPath`"),
        ("encryption.secretName", is_any(&ipsec.secret_name), IPSEC, "use `encryption.ipsec.secretName`"),
        ("encryption.interface", is_any(&ipsec.interface), IPSEC, "use `encryption.ipsec.interface`"),
        // As a text, and the texts of `false` and of nothing are not empty.
        ("proxy.prometheus.enabled", !metrics.enabled.is_unset(), METRICS, "use `envoy.prometheus.enabled`"),
        ("proxy.prometheus.port", is_any(&metrics.port), METRICS, "use `envoy.prometheus.port`"),
        ("endpointStatus", is_any(&values.endpoint_status), STATUS, "remove it"),
        ("remoteNodeIdentity", is_any(&values.remote_node_identity), REMOTE_NODES, "remove it"),
        ("containerRuntime.integration", is_any(&values.container_runtime.integration), RUNTIME, "remove it"),
        ("etcd.managed", is_any(&values.etcd.managed), MANAGED_ETCD, "remove it"),
        ("tunnel", !values.tunnel.text().is_empty(), TUNNEL, "use `routingMode` and `tunnelProtocol`"),
        ("clustermesh.apiserver.tls.ca.cert", !mesh_ca.cert.text().is_empty(), MESH_CA, "use `tls.ca.cert`"),
        (
            "clustermesh.apiserver.tls.ca.key",
            mesh_ca.key.get().is_some_and(|key| !key.is_empty()),
            MESH_CA,
            "use `tls.ca.key`",
        ),
        ("enableK8sEventHandover", values.enable_k8s_event_handover.is_true(), HANDOVER, "remove it"),
        ("enableCnpStatusUpdates", values.enable_cnp_status_updates.is_true(), CNP_STATUS, "remove it"),
    ];
    for &(path, is_set, (since, words), help) in refused {
        if is_set && subject.cilium.is_at_least(since.max(16)) {
            let page = format!("https://docs.cilium.io/en/v1.{since}/operations/upgrade/#helm-options");
            refuse(subject, path, format!("{words}. For details please refer to {page}"), help);
        }
    }
    // A key that is null is still a key where the chart has no default.
    let pool = &values.ipam.operator;
    let lists = [
        (
            "ipam.operator.clusterPoolIPv4PodCIDR",
            !pool.cluster_pool_ipv4_pod_cidr.is_unset(),
            subject.effective.ipv4.enabled.is_true(),
        ),
        (
            "ipam.operator.clusterPoolIPv6PodCIDR",
            !pool.cluster_pool_ipv6_pod_cidr.is_unset(),
            subject.effective.ipv6.enabled.is_true(),
        ),
    ];
    let is_pool = subject.has_config_map()
        && subject.effective.ipam.mode.value().is_none_or(|mode| mode == IpamMode::ClusterPool);
    for (path, is_set, is_family_on) in lists {
        if is_set && is_family_on && is_pool && !subject.cilium.is_at_least(19) {
            let words = format!("Value {path} removed, use {path}List instead");
            refuse(subject, path, words, &format!("use `{path}List`"));
        }
    }
}

fn refuse(subject: &mut Subject<'_>, path: &str, words: String, help: &str) {
    let message = format!("`{path}` was removed, and the chart of {} refuses it", subject.cilium);
    subject.report(&RULE, path, message).upstream(words).help_with(help);
}

/// The minor that removed keys, of which the chart's words speak, and the words.
type Removed = (u64, &'static str);

const SLICES: Removed =
    (18, "enableCiliumEndpointSlice was deprecated in v1.16 and has been removed in v1.18");
const SLICE_MODE: Removed = (18, "ciliumEndpointSlice.sliceMode has been removed in v1.18");
const IPSEC: Removed = (
    16,
    "encryption.{keyFile,mountPath,secretName,interface} were deprecated in v1.14 and has been removed in v1.16",
);
const METRICS: Removed = (
    16,
    "proxy.prometheus.enabled and proxy.prometheus.port were deprecated in v1.14 and has been removed in v1.16",
);
const STATUS: Removed = (16, "endpointStatus has been removed in v1.16");
const REMOTE_NODES: Removed =
    (16, "remoteNodeIdentity was deprecated in v1.15 and has been removed in v1.16");
const RUNTIME: Removed =
    (16, "containerRuntime.integration was deprecated in v1.14 and has been removed in v1.16");
const MANAGED_ETCD: Removed = (16, "etcd.managed was deprecated in v1.10 has been removed in v1.16");
const TUNNEL: Removed = (15, "tunnel was deprecated in v1.14 and has been removed in v1.15");
const MESH_CA: Removed = (
    15,
    "clustermesh.apiserver.tls.ca.cert and clustermesh.apiserver.tls.ca.key were deprecated in v1.14 and has been \
     removed in v1.15",
);
const HANDOVER: Removed =
    (15, "enableK8sEventHandover was deprecated in v1.14 and has been removed in v1.15");
const CNP_STATUS: Removed =
    (15, "enableCnpStatusUpdates was deprecated in v1.14 and has been removed in v1.15");

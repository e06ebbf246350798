//! Keys that were renamed.

/// Keys that a newer chart does not read, with what it reads instead. Where the schema or the templates of the newer
/// chart still take the old name, it is none of these.
const SUCCESSORS: &[(&str, &str)] = &[
    ("clustermesh.enableMCSAPISupport", "clustermesh.mcsapi.enabled"),
    (
        "encryption.strictMode.allowRemoteNodeIdentities",
        "encryption.strictMode.egress.allowRemoteNodeIdentities",
    ),
    ("encryption.strictMode.cidr", "encryption.strictMode.egress.cidr"),
    ("encryption.strictMode.enabled", "encryption.strictMode.egress.enabled"),
    ("enableCiliumEndpointSlice", "ciliumEndpointSlice.enabled"),
    ("externalIPs.enabled", "kubeProxyReplacement"),
    ("hostPort.enabled", "kubeProxyReplacement"),
    ("ipam.operator.clusterPoolIPv4PodCIDR", "ipam.operator.clusterPoolIPv4PodCIDRList"),
    ("ipam.operator.clusterPoolIPv6PodCIDR", "ipam.operator.clusterPoolIPv6PodCIDRList"),
    ("l2podAnnouncements.interface", "l2podAnnouncements.interfacePattern"),
    ("nodePort.enabled", "kubeProxyReplacement"),
    ("sessionAffinity", "kubeProxyReplacement"),
];

/// What is read instead of a key that is not read any more; none for keys that went without one.
#[must_use]
pub fn successor(path: &str) -> Option<&'static str> {
    SUCCESSORS.iter().find(|(old, _)| *old == path).map(|&(_, new)| new)
}

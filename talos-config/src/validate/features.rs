//! Features of the machine: its resolver, KubeSpan, access to the API.

use super::{Checker, View, keys};
use crate::rules;
use crate::scalar::{is_prefix, is_prefix_or_ip};
use crate::version::Minor;

const HOST_DNS: &str = "machine.features.hostDNS";

pub(super) fn container(checker: &mut Checker<'_>, machine: View<'_>) {
    if checker.minor >= Minor::V1_14 {
        return;
    }
    let dns = machine.get(keys!("features.hostDNS"));
    if !dns.flag(keys!("enabled")) {
        let message =
            "feature HostDNS should be enabled in container mode (.machine.features.hostDNS.enabled)";
        checker.say(&rules::HOST_DNS_REQUIRED, HOST_DNS, message);
    }
    if !dns.flag(keys!("forwardKubeDNSToHost")) {
        let message = "feature HostDNS should forward kube-dns to host in container mode (.machine.features.hostDNS.forwardKubeDNSToHost)";
        checker.say(&rules::HOST_DNS_REQUIRED, HOST_DNS, message);
    }
}

pub(super) fn host_dns(checker: &mut Checker<'_>, machine: View<'_>) {
    let dns = machine.get(keys!("features.hostDNS"));
    if checker.minor >= Minor::V1_13 && dns.flag(keys!("forwardKubeDNSToHost")) && !dns.flag(keys!("enabled"))
    {
        let message = "feature hostDNS.forwardKubeDNSToHost requires hostDNS.enabled to be true (.machine.features.hostDNS)";
        checker.say(&rules::HOST_DNS_REQUIRED, HOST_DNS, message);
    }
}

pub(super) fn kubespan_mtu(checker: &mut Checker<'_>, machine: View<'_>) {
    let kubespan = machine.get(keys!("network.kubespan"));
    let mtu = kubespan.number(keys!("mtu"));
    // 0 is what Talos chooses.
    if kubespan.flag(keys!("enabled")) && mtu != 0 && mtu < 1280 {
        checker.say(
            &rules::KUBESPAN_INVALID,
            "machine.network.kubespan.mtu",
            "kubespan link MTU must be at least 1280",
        );
    }
}

pub(super) fn kubespan(checker: &mut Checker<'_>, config: View<'_>) {
    let kubespan = config.get(keys!("machine.network.kubespan"));
    if !kubespan.flag(keys!("enabled")) {
        return;
    }
    if checker.minor < Minor::V1_14 {
        if !config.flag(keys!("cluster.discovery.enabled")) {
            let message = ".cluster.discovery should be enabled when .machine.network.kubespan is enabled";
            checker.say(&rules::KUBESPAN_INVALID, "cluster.discovery", message);
        }
        for key in ["id", "secret"] {
            let path = format!("cluster.{key}");
            if !config.has(&path) {
                let message = format!(".{path} should be set when .machine.network.kubespan is enabled");
                checker.say(&rules::KUBESPAN_INVALID, &path, message);
            }
        }
    }
    let filter = if checker.minor >= Minor::V1_12 { "filter" } else { "filer" };
    let path = "machine.network.kubespan.filters";
    for (index, endpoint) in kubespan.texts(keys!("filters.endpoints")).enumerate() {
        let subnet = endpoint.strip_prefix('!').unwrap_or(endpoint);
        if !is_prefix_or_ip(subnet) {
            let message = format!("KubeSpan endpoint {filter} is not valid: {subnet:?}");
            checker.say(&rules::KUBESPAN_INVALID, format!("{path}.endpoints[{index}]"), message);
        }
    }
    for (index, network) in kubespan.texts(keys!("filters.excludeAdvertisedNetworks")).enumerate() {
        if !is_prefix(network) {
            let message = format!("KubeSpan exclude advertised networks filter is not valid: {network:?}");
            let path = format!("{path}.excludeAdvertisedNetworks[{index}]");
            checker.say(&rules::KUBESPAN_INVALID, path, message);
        }
    }
}

pub(super) fn api_access(checker: &mut Checker<'_>, machine: View<'_>, control_plane: bool) {
    let features = machine.get(keys!("features"));
    let access = features.get(keys!("kubernetesTalosAPIAccess"));
    let path = "machine.features.kubernetesTalosAPIAccess";
    if access.flag(keys!("enabled")) {
        if checker.minor < Minor::V1_12 && !features.flag(keys!("rbac")) {
            let message =
                "feature API RBAC should be enabled when Kubernetes Talos API Access feature is enabled";
            checker.say(&rules::API_ACCESS_INVALID, path, message);
        }
        if !control_plane {
            let message = "feature Kubernetes Talos API Access can only be enabled on control plane machines";
            checker.say(&rules::API_ACCESS_INVALID, path, message);
        }
        let minor = checker.minor;
        let roles = access.texts(keys!("allowedRoles")).enumerate();
        for (index, role) in roles.filter(|(_, role)| !is_role(role, minor)) {
            let message = format!("invalid role {role:?} in allowed roles for Kubernetes Talos API Access");
            checker.say(&rules::API_ACCESS_INVALID, format!("{path}.allowedRoles[{index}]"), message);
        }
    }
    let algorithm = features.text(keys!("nodeAddressSortAlgorithm"));
    if !["", "v1", "v2"].iter().any(|known| algorithm.eq_ignore_ascii_case(known)) {
        let message = format!(
            "invalid node address sort algorithm: {algorithm} does not belong to AddressSortAlgorithm values"
        );
        checker.say(&rules::SORT_ALGORITHM_UNKNOWN, "machine.features.nodeAddressSortAlgorithm", message);
    }
}

/// Whether a text is a role of Talos' API.
pub(super) fn is_role(role: &str, minor: Minor) -> bool {
    match role {
        "os:admin" | "os:operator" | "os:reader" | "os:etcd:backup" | "os:impersonator" => true,
        "os:meta:writer" | "os:image:verifier" => minor >= Minor::V1_13,
        _ => false,
    }
}

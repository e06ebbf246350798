//! `machine.network`.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use super::Device;

/// Host networking (`v1alpha1.NetworkConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NetworkConfig {
    /// The name of the machine. Absent: from DHCP, the platform or the address. Deprecated since 1.12:
    /// `HostnameConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hostname: Option<String>,
    /// Network interfaces. Patches merge entries by `interface`, else by `deviceSelector`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interfaces: Vec<Device>,
    /// Resolvers, in order of preference; an entry that is no address is ignored at boot. Patches append.
    /// Deprecated since 1.12: `ResolverConfig`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nameservers: Vec<IpAddr>,
    /// Domains that names without a dot are tried in. Absent: the machine's own domain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub search_domains: Vec<String>,
    /// Further lines of `/etc/hosts`. Deprecated since 1.12: `StaticHostConfig`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra_host_entries: Vec<ExtraHost>,
    /// KubeSpan, the WireGuard mesh between machines. Deprecated since 1.13: `KubeSpanConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kubespan: Option<NetworkKubeSpan>,
    /// Whether no search domain is made from the host name. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disable_search_domain: Option<bool>,
}

/// A line of `/etc/hosts` (`v1alpha1.ExtraHost`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtraHost {
    /// The address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ip: Option<String>,
    /// Names of the address.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// KubeSpan, the WireGuard mesh between machines (`v1alpha1.NetworkKubeSpan`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NetworkKubeSpan {
    /// Whether it runs. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Whether pod traffic goes through the mesh too. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advertise_kubernetes_networks: Option<bool>,
    /// Whether traffic to a peer that is down goes outside the mesh. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allow_down_peer_bypass: Option<bool>,
    /// Whether endpoints seen on the wire are shared. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub harvest_extra_endpoints: Option<bool>,
    /// Bytes a packet on the link, at least 1280. Absent: 1420.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mtu: Option<u32>,
    /// Which endpoints and networks are announced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filters: Option<KubeSpanFilters>,
}

/// Which endpoints and networks KubeSpan announces (`v1alpha1.KubeSpanFilters`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeSpanFilters {
    /// Subnets of endpoints to announce; a leading `!` excludes one. Absent: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub endpoints: Vec<String>,
    /// Networks that are not announced to peers. Since 1.12.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclude_advertised_networks: Vec<String>,
}

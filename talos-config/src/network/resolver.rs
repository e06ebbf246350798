//! `ResolverConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::{Addr, unless_empty, words};

/// How names are resolved (`network.ResolverConfigV1Alpha1`). The v1alpha1 document may not set
/// `machine.network.nameservers` or `searchDomains` beside it, nor `machine.features.hostDNS` if this one has
/// `hostDNS`.
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ResolverConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `ResolverConfig`.
    pub kind: KindOf<Self>,
    /// Resolvers, in order of preference; also what the cluster's DNS asks. They win over DHCP and the platform.
    /// Absent: theirs, else 1.1.1.1 and 8.8.8.8. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nameservers: Vec<NameserverConfig>,
    /// Domains that names without a dot are tried in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search_domains: Option<SearchDomainsConfig>,
    /// The resolver with a cache on the machine. Since 1.14.
    #[serde(rename = "hostDNS", default, skip_serializing_if = "Option::is_none")]
    pub host_dns: Option<HostDnsConfig>,
}

impl DocumentKind for ResolverConfig {
    const KIND: &'static str = "ResolverConfig";
}

/// A resolver (`network.NameserverConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NameserverConfig {
    /// Its address; a finished document has one.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub address: Option<Addr>,
    /// How it is asked. Absent: plain DNS. With nothing but encrypted ones a wrong clock may stall the boot. Since
    /// 1.14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protocol: Option<DnsProtocol>,
    /// Name in its certificate; needed for `DoT` and `DoH`, refused for `Do53`. Since 1.14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls_server_name: Option<String>,
}

/// Domains that names without a dot are tried in (`network.SearchDomainsConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SearchDomainsConfig {
    /// The domains; they win over DHCP and the platform. Absent: theirs; an empty list: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domains: Option<Vec<String>>,
    /// Whether the domain of the machine's own name is left out. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disable_default: Option<bool>,
}

/// The resolver with a cache on the machine (`network.HostDNSConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "HostDNSConfig")]
pub struct HostDnsConfig {
    /// Whether it runs. The other two need it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Whether the cluster's DNS asks it instead of the resolvers. Absent: false.
    #[serde(rename = "forwardKubeDNSToHost", default, skip_serializing_if = "Option::is_none")]
    pub forward_kube_dns_to_host: Option<bool>,
    /// Whether it knows the names of the cluster's machines; needs discovery. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolve_member_names: Option<bool>,
}

words! {
    /// How a resolver is asked (`nethelpers.DNSProtocol`).
    #[doc(alias = "DNSProtocol")]
    pub enum DnsProtocol = "DNSProtocol" {
        /// Plain DNS.
        Do53 = "Do53",
        /// DNS over TLS, port 853.
        Dot = "DoT",
        /// DNS over HTTPS, port 443, path `/dns-query`.
        Doh = "DoH",
    }
}

//! `WireguardConfig`.

use manifest::Secret;
use serde::{Deserialize, Serialize};

use super::{AddressConfig, RouteConfig};
use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::{AddrPort, Duration, Prefix, unless_empty};

/// A WireGuard link (`network.WireguardConfigV1Alpha1`). No other document of a link may have its name.
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WireguardConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `WireguardConfig`.
    pub kind: KindOf<Self>,
    /// Name of the link that is made.
    #[serde(default)]
    pub name: String,
    /// Private key: base64 of 32 bytes. A finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private_key: Option<Secret>,
    /// UDP port, 0 to 65535. Absent: the kernel chooses one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listen_port: Option<i64>,
    /// Mark of the link's own packets. Absent: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub firewall_mark: Option<i64>,
    /// The other ends. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub peers: Vec<WireguardPeer>,
    /// Whether the link is up. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up: Option<bool>,
    /// Largest packet in bytes. Absent: what the driver has, mostly 1500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mtu: Option<u32>,
    /// Addresses of the link. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<AddressConfig>,
    /// Routes through the link. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<RouteConfig>,
    /// Whether the link takes multicast. Absent: what the driver has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub multicast: Option<bool>,
}

impl DocumentKind for WireguardConfig {
    const KIND: &'static str = "WireguardConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl WireguardConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// The other end of a WireGuard link (`network.WireguardPeer`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WireguardPeer {
    /// Public key: base64 of 32 bytes. A finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_key: Option<String>,
    /// A further key that both ends share: base64 of 32 bytes. Absent: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preshared_key: Option<Secret>,
    /// Address and port of the peer. Absent: it calls first.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<AddrPort>,
    /// Time between packets that keep the way through a NAT open; not negative. Absent: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persistent_keepalive_interval: Option<Duration>,
    /// Networks that are reached through the peer, and from which it may send.
    #[serde(rename = "allowedIPs", default, skip_serializing_if = "Vec::is_empty")]
    pub allowed_ips: Vec<Prefix>,
}

//! `machine.network.interfaces[].wireguard`.

use manifest::Secret;
use serde::{Deserialize, Serialize};

use crate::scalar::Duration;

/// A WireGuard link (`v1alpha1.DeviceWireguardConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeviceWireguardConfig {
    /// Private key: base64 of 32 bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private_key: Option<Secret>,
    /// UDP port. Absent: the kernel chooses one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listen_port: Option<u16>,
    /// Mark of the link's own packets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub firewall_mark: Option<u32>,
    /// The other ends.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub peers: Vec<DeviceWireguardPeer>,
}

/// The other end of a WireGuard link (`v1alpha1.DeviceWireguardPeer`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeviceWireguardPeer {
    /// Public key: base64 of 32 bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_key: Option<String>,
    /// Address and port of the peer. Absent: it calls first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// Time between packets that keep the way through a NAT open. Absent: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persistent_keepalive_interval: Option<Duration>,
    /// Networks that are reached through the peer.
    #[serde(rename = "allowedIPs", default, skip_serializing_if = "Vec::is_empty")]
    pub allowed_ips: Vec<String>,
}

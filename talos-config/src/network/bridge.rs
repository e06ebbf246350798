//! `BridgeConfig`.

use serde::{Deserialize, Serialize};

use super::{AddressConfig, RouteConfig};
use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::HardwareAddr;

/// A bridge between links (`network.BridgeConfigV1Alpha1`). No other document of a link may have its name.
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BridgeConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `BridgeConfig`.
    pub kind: KindOf<Self>,
    /// Name of the link that is made.
    #[serde(default)]
    pub name: String,
    /// MAC address of the bridge. Absent: the lowest one of its links.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hardware_addr: Option<HardwareAddr>,
    /// Links that it joins, by name or alias. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<String>,
    /// The spanning tree protocol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stp: Option<BridgeStpConfig>,
    /// VLANs on the bridge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vlan: Option<BridgeVlanConfig>,
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

impl DocumentKind for BridgeConfig {
    const KIND: &'static str = "BridgeConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl BridgeConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// The spanning tree protocol of a bridge (`network.BridgeSTPConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "BridgeSTPConfig")]
pub struct BridgeStpConfig {
    /// Whether it is spoken. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
}

/// VLANs on a bridge (`network.BridgeVLANConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "BridgeVLANConfig")]
pub struct BridgeVlanConfig {
    /// Whether frames are kept to their VLAN. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filtering: Option<bool>,
}

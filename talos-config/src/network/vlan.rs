//! `VLANConfig`.

use serde::{Deserialize, Serialize};

use super::{AddressConfig, RouteConfig};
use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::words;

/// A VLAN on another link (`network.VLANConfigV1Alpha1`). No other document of a link may have its name.
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "VLANConfig")]
pub struct VlanConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `VLANConfig`.
    pub kind: KindOf<Self>,
    /// Name of the link that is made.
    #[serde(default)]
    pub name: String,
    /// Number of the VLAN, 1 to 4094; a finished document has one.
    #[serde(rename = "vlanID", default, skip_serializing_if = "Option::is_none")]
    pub vlan_id: Option<u16>,
    /// Tag that frames carry. Absent: `802.1q`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vlan_mode: Option<VlanProtocol>,
    /// Link that it is on, by name or alias; a finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
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

impl DocumentKind for VlanConfig {
    const KIND: &'static str = "VLANConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl VlanConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

words! {
    /// Tag of the frames of a VLAN (`nethelpers.VLANProtocol`).
    #[doc(alias = "VLANProtocol")]
    pub enum VlanProtocol = "VLANProtocol" {
        /// The usual one.
        Dot1q = "802.1q",
        /// The outer one of stacked VLANs.
        Dot1ad = "802.1ad",
    }
}

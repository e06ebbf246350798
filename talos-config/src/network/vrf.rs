//! `VRFConfig`.

use serde::{Deserialize, Serialize};

use super::{AddressConfig, RouteConfig, RoutingTable};
use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::HardwareAddr;

/// A routing domain of its own (VRF) and the links in it (`network.VRFConfigV1Alpha1`). No other document of a link
/// may have its name.
///
/// Since 1.13.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "VRFConfig")]
pub struct VrfConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `VRFConfig`.
    pub kind: KindOf<Self>,
    /// Name of the link that is made.
    #[serde(default)]
    pub name: String,
    /// MAC address of the link. Absent: the kernel makes one up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hardware_addr: Option<HardwareAddr>,
    /// Links that belong to it, by name or alias. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<String>,
    /// Its table; one with a number, since those with a name are reserved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<RoutingTable>,
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

impl DocumentKind for VrfConfig {
    const KIND: &'static str = "VRFConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl VrfConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

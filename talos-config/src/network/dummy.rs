//! `DummyLinkConfig`.

use serde::{Deserialize, Serialize};

use super::{AddressConfig, RouteConfig};
use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::HardwareAddr;

/// A link that leads nowhere and carries addresses (`network.DummyLinkConfigV1Alpha1`). No other document of a link
/// may have its name.
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DummyLinkConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `DummyLinkConfig`.
    pub kind: KindOf<Self>,
    /// Name of the link that is made.
    #[serde(default)]
    pub name: String,
    /// MAC address of the link. Absent: the kernel makes one up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hardware_addr: Option<HardwareAddr>,
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

impl DocumentKind for DummyLinkConfig {
    const KIND: &'static str = "DummyLinkConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl DummyLinkConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

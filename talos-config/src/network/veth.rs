//! `VethConfig`.

use serde::{Deserialize, Serialize};

use super::{AddressConfig, RouteConfig};
use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// A pair of links that are the two ends of a wire (`network.VethConfigV1Alpha1`). No other document of a link may
/// have one of the two names.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VethConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `VethConfig`.
    pub kind: KindOf<Self>,
    /// Name of this end: at most 15 bytes, without blanks, `/` and `:`, not `.` or `..`. Not an alias.
    #[serde(default)]
    pub name: String,
    /// The other end; a finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub peer: Option<VethPeerConfig>,
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

impl DocumentKind for VethConfig {
    const KIND: &'static str = "VethConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl VethConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// The other end of a pair of links (`network.VethPeerConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VethPeerConfig {
    /// Its name, with the same limits, and another one than the first end has. Since 1.14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
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

//! `DHCPv4Config`.

use serde::{Deserialize, Serialize};

use super::ClientIdentifier;
use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::HardwareAddr;

/// Addresses of version 4 by DHCP for a link (`network.DHCPv4ConfigV1Alpha1`).
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "DHCPv4Config")]
pub struct Dhcpv4Config {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `DHCPv4Config`.
    pub kind: KindOf<Self>,
    /// Name of the link. A document of a link may have it too.
    #[serde(default)]
    pub name: String,
    /// Metric of the routes that the server gives; lower wins. Absent: 1024.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route_metric: Option<u32>,
    /// Whether the name that the server gives is ignored. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ignore_hostname: Option<bool>,
    /// Whether the routes that the server gives are ignored; the one of the network itself stays. Absent: false.
    /// Since 1.14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ignore_routes: Option<bool>,
    /// What the machine calls itself. Absent: `mac`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_identifier: Option<ClientIdentifier>,
    /// The id, as bytes; only with `clientIdentifier: duid`, and then needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duid_raw: Option<HardwareAddr>,
}

impl DocumentKind for Dhcpv4Config {
    const KIND: &'static str = "DHCPv4Config";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl Dhcpv4Config {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

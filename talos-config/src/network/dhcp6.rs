//! `DHCPv6Config`.

use serde::{Deserialize, Serialize};

use super::ClientIdentifier;
use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::HardwareAddr;

/// Addresses of version 6 by DHCP for a link (`network.DHCPv6ConfigV1Alpha1`).
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "DHCPv6Config")]
pub struct Dhcpv6Config {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `DHCPv6Config`.
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
    /// What the machine calls itself. Absent: `mac`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_identifier: Option<ClientIdentifier>,
    /// The id, as bytes; only with `clientIdentifier: duid`, and then needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duid_raw: Option<HardwareAddr>,
}

impl DocumentKind for Dhcpv6Config {
    const KIND: &'static str = "DHCPv6Config";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl Dhcpv6Config {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

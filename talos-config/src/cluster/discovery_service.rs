//! `DiscoveryServiceConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Url;

/// A server by which machines find each other (`cluster.DiscoveryServiceConfigV1Alpha1`). The v1alpha1 document may
/// not have `cluster.discovery` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DiscoveryServiceConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `DiscoveryServiceConfig`.
    pub kind: KindOf<Self>,
    /// Name of the document.
    #[serde(default)]
    pub name: String,
    /// URL of the server: `http`, `https` or `grpc`, with a host. A finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<Url>,
}

impl DocumentKind for DiscoveryServiceConfig {
    const KIND: &'static str = "DiscoveryServiceConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl DiscoveryServiceConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

//! `BlackholeRouteConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// A network that packets are dropped for (`network.BlackholeRouteConfigV1Alpha1`).
///
/// Since 1.13.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BlackholeRouteConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `BlackholeRouteConfig`.
    pub kind: KindOf<Self>,
    /// The network, as a prefix.
    #[serde(default)]
    pub name: String,
    /// Lower wins. Absent: what the kernel has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<u32>,
}

impl DocumentKind for BlackholeRouteConfig {
    const KIND: &'static str = "BlackholeRouteConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl BlackholeRouteConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

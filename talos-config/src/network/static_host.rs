//! `StaticHostConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// A line of `/etc/hosts`, beside those of the v1alpha1 document (`network.StaticHostConfigV1Alpha1`).
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StaticHostConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `StaticHostConfig`.
    pub kind: KindOf<Self>,
    /// The address.
    #[serde(default)]
    pub name: String,
    /// Its names; at least one. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hostnames: Vec<String>,
}

impl DocumentKind for StaticHostConfig {
    const KIND: &'static str = "StaticHostConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl StaticHostConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

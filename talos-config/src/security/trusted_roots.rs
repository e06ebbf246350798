//! `TrustedRootsConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Further certificate authorities that the machine trusts (`security.TrustedRootsConfigV1Alpha1`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrustedRootsConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `TrustedRootsConfig`.
    pub kind: KindOf<Self>,
    /// Name of the document.
    #[serde(default)]
    pub name: String,
    /// Their certificates, PEM, one behind the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificates: Option<String>,
}

impl DocumentKind for TrustedRootsConfig {
    const KIND: &'static str = "TrustedRootsConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl TrustedRootsConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

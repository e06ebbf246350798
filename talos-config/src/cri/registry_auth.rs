//! `RegistryAuthConfig`.

use manifest::Secret;
use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Who the machine is towards a registry: one of name with password, `auth` and `identityToken`
/// (`cri.RegistryAuthConfigV1Alpha1`).
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegistryAuthConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `RegistryAuthConfig`.
    pub kind: KindOf<Self>,
    /// Host of the registry, with its port if it has one.
    #[serde(default)]
    pub name: String,
    /// Name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// Password.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<Secret>,
    /// Name and password, as `base64(name:password)`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auth: Option<Secret>,
    /// Token of an identity provider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity_token: Option<Secret>,
}

impl DocumentKind for RegistryAuthConfig {
    const KIND: &'static str = "RegistryAuthConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl RegistryAuthConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

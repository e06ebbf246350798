//! `RegistryMirrorConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Url;

/// Where images of a registry are pulled from (`cri.RegistryMirrorConfigV1Alpha1`).
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegistryMirrorConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `RegistryMirrorConfig`.
    pub kind: KindOf<Self>,
    /// Host of the registry, with its port if it has one; `*` stands for every other one.
    #[serde(default)]
    pub name: String,
    /// Mirrors, tried in order, before the registry itself. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub endpoints: Vec<RegistryEndpoint>,
    /// Whether the registry itself is never asked. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skip_fallback: Option<bool>,
}

impl DocumentKind for RegistryMirrorConfig {
    const KIND: &'static str = "RegistryMirrorConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl RegistryMirrorConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// A mirror (`cri.RegistryEndpoint`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegistryEndpoint {
    /// Its URL, `http` or `https`; needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
    /// Whether the path of the URL stands in the place of `/v2`. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub override_path: Option<bool>,
}

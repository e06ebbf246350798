//! `RegistryTLSConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, CertificateAndKey, DocumentKind, KindOf};

/// TLS towards a registry (`cri.RegistryTLSConfigV1Alpha1`).
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "RegistryTLSConfig")]
pub struct RegistryTlsConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `RegistryTLSConfig`.
    pub kind: KindOf<Self>,
    /// Host of the registry, with its port if it has one.
    #[serde(default)]
    pub name: String,
    /// Certificate and key that the machine shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_identity: Option<CertificateAndKey>,
    /// Certificate authority of the registry, PEM. Absent: those that the system trusts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ca: Option<String>,
    /// Whether any certificate is accepted. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insecure_skip_verify: Option<bool>,
}

impl DocumentKind for RegistryTlsConfig {
    const KIND: &'static str = "RegistryTLSConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl RegistryTlsConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

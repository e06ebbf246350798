//! `machine.registries`.

use std::collections::BTreeMap;

use manifest::Secret;
use serde::{Deserialize, Serialize};

use crate::scalar::{Base64, CertificateAndKey};

/// Image registries, by host name; `*` stands for every other one (`v1alpha1.RegistriesConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegistriesConfig {
    /// Where images of a registry are pulled from.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub mirrors: BTreeMap<String, RegistryMirrorConfig>,
    /// Credentials and TLS for a registry or mirror.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub config: BTreeMap<String, RegistryConfig>,
}

/// Mirrors of a registry (`v1alpha1.RegistryMirrorConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegistryMirrorConfig {
    /// URLs of the mirrors, tried in order, before the registry itself. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub endpoints: Vec<String>,
    /// Whether the path of the URL stands in the place of `/v2`. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub override_path: Option<bool>,
    /// Whether the registry itself is never asked. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skip_fallback: Option<bool>,
}

/// Access to a registry (`v1alpha1.RegistryConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegistryConfig {
    /// TLS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls: Option<RegistryTlsConfig>,
    /// Credentials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auth: Option<RegistryAuthConfig>,
}

/// TLS towards a registry (`v1alpha1.RegistryTLSConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "RegistryTLSConfig")]
pub struct RegistryTlsConfig {
    /// Certificate and key that the client shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_identity: Option<CertificateAndKey>,
    /// Certificate authority of the registry, PEM.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ca: Option<Base64>,
    /// Whether any certificate is accepted. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insecure_skip_verify: Option<bool>,
}

/// Credentials for a registry, as container runtimes know them (`v1alpha1.RegistryAuthConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegistryAuthConfig {
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

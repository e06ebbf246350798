//! `KubeServiceAccountConfig`.

use manifest::Secret;
use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Url;

/// Tokens of service accounts (`k8s.KubeServiceAccountConfigV1Alpha1`). For control planes only; the v1alpha1
/// document may not have `cluster.serviceAccount` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeServiceAccountConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeServiceAccountConfig`.
    pub kind: KindOf<Self>,
    /// How they are made; a finished document says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<IssuerServiceAccountConfig>,
    /// Which further ones are accepted, as when keys change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<AcceptedServiceAccountConfig>,
}

impl DocumentKind for KubeServiceAccountConfig {
    const KIND: &'static str = "KubeServiceAccountConfig";
}

/// How tokens of service accounts are made (`k8s.IssuerServiceAccountConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IssuerServiceAccountConfig {
    /// Key that signs them, PEM, RSA or elliptic; needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private_key: Option<Secret>,
    /// URL of who made them; needed.
    #[serde(rename = "issuerURL", default, skip_serializing_if = "Option::is_none")]
    pub issuer_url: Option<Url>,
}

/// Which further tokens of service accounts are accepted (`k8s.AcceptedServiceAccountConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AcceptedServiceAccountConfig {
    /// Keys that may have signed them, PEM, one an entry. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub public_keys: Vec<String>,
    /// URLs of who may have made them. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issuers: Vec<Url>,
    /// Whom they may be meant for. Absent: the issuer's URL. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audiences: Vec<String>,
}

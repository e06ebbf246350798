//! `ImageVerificationConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Which images may run, by their signatures (`security.ImageVerificationConfigV1Alpha1`).
///
/// Since 1.13.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImageVerificationConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `ImageVerificationConfig`.
    pub kind: KindOf<Self>,
    /// The rules; the first one that matches an image counts. Patches merge those with the same `image`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<ImageVerificationRule>,
}

impl DocumentKind for ImageVerificationConfig {
    const KIND: &'static str = "ImageVerificationConfig";
}

/// A rule about images: exactly one of `skip`, `deny`, `keyless` and `publicKey`
/// (`security.ImageVerificationRuleV1Alpha1`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImageVerificationRule {
    /// Registry and repository, without tag or digest; `*` stands for any part, and the registry is written out, as
    /// in `docker.io/library/nginx`. Needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// Whether they run unchecked. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skip: Option<bool>,
    /// Whether they never run. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deny: Option<bool>,
    /// Who must have signed them, by an identity provider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keyless: Option<ImageKeylessVerifier>,
    /// The key that must have signed them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_key: Option<ImagePublicKeyVerifier>,
}

/// Who must have signed an image, by an identity provider (`security.ImageKeylessVerifierV1Alpha1`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImageKeylessVerifier {
    /// URL of the provider; needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Who: an address or URI. This or `subjectRegex`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Pattern for who.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject_regex: Option<String>,
}

/// The key that must have signed an image (`security.ImagePublicKeyVerifierV1Alpha1`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImagePublicKeyVerifier {
    /// Its certificate, PEM; needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
}

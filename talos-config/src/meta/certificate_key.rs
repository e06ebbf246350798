//! Certificates with their keys.

use manifest::Secret;
use serde::{Deserialize, Serialize};

/// A certificate and its key, each PEM as it is (`meta.CertificateAndKey`).
///
/// The v1alpha1 document has the same in base64: [`scalar::CertificateAndKey`](crate::scalar::CertificateAndKey).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificateAndKey {
    /// The certificate, PEM.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cert: Option<String>,
    /// The private key, PEM.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Secret>,
}

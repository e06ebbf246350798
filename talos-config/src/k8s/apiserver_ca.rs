//! `KubeAPIServerCAConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, CertificateAndKey, DocumentKind, KindOf};

/// The certificate authority of the cluster (`k8s.KubeAPIServerCAConfigV1Alpha1`). The v1alpha1 document may not have
/// `cluster.ca` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "KubeAPIServerCAConfig")]
pub struct KubeApiServerCaConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeAPIServerCAConfig`.
    pub kind: KindOf<Self>,
    /// Certificate and key that certificates are made with; on control planes only.
    #[serde(rename = "issuingCA", default, skip_serializing_if = "Option::is_none")]
    pub issuing_ca: Option<CertificateAndKey>,
    /// Certificates of further authorities that are accepted, PEM, one an entry. Patches append.
    #[serde(rename = "acceptedCAs", default, skip_serializing_if = "Vec::is_empty")]
    pub accepted_cas: Vec<String>,
}

impl DocumentKind for KubeApiServerCaConfig {
    const KIND: &'static str = "KubeAPIServerCAConfig";
}

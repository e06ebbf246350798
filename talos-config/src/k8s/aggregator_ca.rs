//! `KubeAggregatorCAConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, CertificateAndKey, DocumentKind, KindOf};

/// The certificate authority for servers behind the API server (`k8s.KubeAggregatorCAConfigV1Alpha1`). For control
/// planes only; the v1alpha1 document may not have `cluster.aggregatorCA` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "KubeAggregatorCAConfig")]
pub struct KubeAggregatorCaConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeAggregatorCAConfig`.
    pub kind: KindOf<Self>,
    /// Certificate and key that certificates are made with; a finished document has them.
    #[serde(rename = "issuingCA", default, skip_serializing_if = "Option::is_none")]
    pub issuing_ca: Option<CertificateAndKey>,
    /// Certificates of further authorities that are accepted, PEM, one an entry. Patches append.
    #[serde(rename = "acceptedCAs", default, skip_serializing_if = "Vec::is_empty")]
    pub accepted_cas: Vec<String>,
}

impl DocumentKind for KubeAggregatorCaConfig {
    const KIND: &'static str = "KubeAggregatorCAConfig";
}

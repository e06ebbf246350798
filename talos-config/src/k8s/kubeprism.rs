//! `KubePrismConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// KubePrism, the proxy to the API server on each machine (`k8s.KubePrismConfigV1Alpha1`). The v1alpha1 document may
/// not have `machine.features.kubePrism` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubePrismConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubePrismConfig`.
    pub kind: KindOf<Self>,
    /// Port on 127.0.0.1, 1 to 65535; a finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub port: Option<i64>,
    /// Name that the kubelet wants in the certificate. Absent: what it dials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls_server_name: Option<String>,
}

impl DocumentKind for KubePrismConfig {
    const KIND: &'static str = "KubePrismConfig";
}

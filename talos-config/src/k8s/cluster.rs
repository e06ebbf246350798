//! `KubeClusterConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Url;

/// Name and address of the cluster (`k8s.KubeClusterConfigV1Alpha1`). The v1alpha1 document may not have
/// `cluster.clusterName` or `cluster.controlPlane.endpoint` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeClusterConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeClusterConfig`.
    pub kind: KindOf<Self>,
    /// The name; a finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cluster_name: Option<String>,
    /// URL of the API server, by which all machines reach it; a finished document has one, with a host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<Url>,
}

impl DocumentKind for KubeClusterConfig {
    const KIND: &'static str = "KubeClusterConfig";
}

//! `KubeAuditPolicyConfig`.

use manifest::Map;
use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// What the API server writes down about requests (`k8s.KubeAuditPolicyConfigV1Alpha1`). For control planes only; the
/// v1alpha1 document may not have `cluster.apiServer.auditPolicy` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeAuditPolicyConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeAuditPolicyConfig`.
    pub kind: KindOf<Self>,
    /// A policy, as Kubernetes defines it. Patches replace it.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub configuration: Map,
}

impl DocumentKind for KubeAuditPolicyConfig {
    const KIND: &'static str = "KubeAuditPolicyConfig";
}

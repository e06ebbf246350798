//! `KubeAuthorizerConfig`.

use manifest::Map;
use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Who decides for the API server what somebody may do (`k8s.KubeAuthorizerConfigV1Alpha1`). For control planes only;
/// the v1alpha1 document may not have `cluster.apiServer.admissionControl` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeAuthorizerConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeAuthorizerConfig`.
    pub kind: KindOf<Self>,
    /// Name of the authorizer.
    #[serde(default)]
    pub name: String,
    /// `Node`, `RBAC` or `Webhook`; a finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// The server that is asked, as Kubernetes defines it; needed for `Webhook`, out of place for others.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub webhook: Map,
}

impl DocumentKind for KubeAuthorizerConfig {
    const KIND: &'static str = "KubeAuthorizerConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl KubeAuthorizerConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

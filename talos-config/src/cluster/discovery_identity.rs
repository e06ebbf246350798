//! `DiscoveryIdentityConfig`.

use manifest::Secret;
use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Who the cluster is (`cluster.DiscoveryIdentityConfigV1Alpha1`). The v1alpha1 document may not have `cluster.id` or
/// `cluster.secret` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DiscoveryIdentityConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `DiscoveryIdentityConfig`.
    pub kind: KindOf<Self>,
    /// Id of the cluster, base64 of 32 random bytes; a finished document has one.
    #[serde(rename = "clusterID", default, skip_serializing_if = "Option::is_none")]
    pub cluster_id: Option<String>,
    /// What machines encrypt with what they tell each other, base64 of 32 random bytes; a finished document has one.
    /// It is never sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cluster_secret: Option<Secret>,
}

impl DocumentKind for DiscoveryIdentityConfig {
    const KIND: &'static str = "DiscoveryIdentityConfig";
}

//! `SideroLinkConfig`.

use manifest::Secret;
use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Url;

/// How a machine reaches the server that manages it (`siderolink.ConfigV1Alpha1`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SideroLinkConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `SideroLinkConfig`.
    pub kind: KindOf<Self>,
    /// URL of the server: `https` or `grpc`, no path. The query may hold a token (`jointoken`). A finished document
    /// has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_url: Option<Url>,
    /// Token of this machine alone; the one in its `META` partition wins. Absent: none. Since 1.10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unique_token: Option<Secret>,
}

impl DocumentKind for SideroLinkConfig {
    const KIND: &'static str = "SideroLinkConfig";
}

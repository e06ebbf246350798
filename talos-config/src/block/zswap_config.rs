//! `ZswapConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Memory that is compressed before it is swapped out (`block.ZswapConfigV1Alpha1`).
///
/// Since 1.11.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ZswapConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `ZswapConfig`.
    pub kind: KindOf<Self>,
    /// Share of the memory that it may take, in percent, 0 to 100. Absent: 20.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_pool_percent: Option<i64>,
    /// Whether what is long unused goes on to the disk. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shrinker_enabled: Option<bool>,
}

impl DocumentKind for ZswapConfig {
    const KIND: &'static str = "ZswapConfig";
}

//! `ImageCacheConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Images that a machine brings along (`cri.ImageCacheConfigV1Alpha1`). The v1alpha1 document may not have
/// `machine.features.imageCache` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImageCacheConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `ImageCacheConfig`.
    pub kind: KindOf<Self>,
    /// Those on its own disk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local: Option<LocalImageCacheConfig>,
}

impl DocumentKind for ImageCacheConfig {
    const KIND: &'static str = "ImageCacheConfig";
}

/// Images on the machine's own disk (`cri.LocalImageCacheConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalImageCacheConfig {
    /// Whether they are used. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
}

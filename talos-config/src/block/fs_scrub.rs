//! `FilesystemScrubConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Duration;

/// How volumes whose file system can do it are checked for damage while in use
/// (`block.FilesystemScrubConfigV1Alpha1`).
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FilesystemScrubConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `FilesystemScrubConfig`.
    pub kind: KindOf<Self>,
    /// Time between two checks, at least ten seconds. Absent: a week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Duration>,
}

impl DocumentKind for FilesystemScrubConfig {
    const KIND: &'static str = "FilesystemScrubConfig";
}

//! `FilesystemTrimConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Duration;

/// How disks are told which blocks are free (`block.FilesystemTrimConfigV1Alpha1`). Without this document they are
/// not. The time within the interval differs from volume to volume and machine to machine.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FilesystemTrimConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `FilesystemTrimConfig`.
    pub kind: KindOf<Self>,
    /// Time between two times; not negative. Absent: a week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Duration>,
}

impl DocumentKind for FilesystemTrimConfig {
    const KIND: &'static str = "FilesystemTrimConfig";
}

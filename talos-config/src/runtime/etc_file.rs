//! `EtcFileConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::FileMode;

/// A file below `/etc` (`runtime.EtcFileConfigV1Alpha1`).
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EtcFileConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `EtcFileConfig`.
    pub kind: KindOf<Self>,
    /// Its path from there, without a leading dot; not one of those that Talos writes, such as `resolv.conf` or
    /// anything in `kubernetes`.
    #[serde(default)]
    pub name: String,
    /// Its mode bits; a finished document has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<FileMode>,
    /// What is in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contents: Option<String>,
}

impl DocumentKind for EtcFileConfig {
    const KIND: &'static str = "EtcFileConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl EtcFileConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

//! `SysctlConfig`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Settings of the kernel below `/proc/sys` (`runtime.SysctlConfigV1Alpha1`). They win over those of the v1alpha1
/// document.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SysctlConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `SysctlConfig`.
    pub kind: KindOf<Self>,
    /// Values by name, such as `net.ipv4.ip_forward`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, String>,
}

impl DocumentKind for SysctlConfig {
    const KIND: &'static str = "SysctlConfig";
}

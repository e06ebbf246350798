//! `SecurityProfileConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Protection of the machine beyond what it has anyway (`runtime.SecurityProfileConfigV1Alpha1`).
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecurityProfileConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `SecurityProfileConfig`.
    pub kind: KindOf<Self>,
    /// Whether containers run in namespaces that see less of the system. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workload_isolation: Option<bool>,
}

impl DocumentKind for SecurityProfileConfig {
    const KIND: &'static str = "SecurityProfileConfig";
}

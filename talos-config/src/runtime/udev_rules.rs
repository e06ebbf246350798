//! `UdevRulesConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Rules about devices, in the place of those of the v1alpha1 document (`runtime.UdevRulesConfigV1Alpha1`).
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UdevRulesConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `UdevRulesConfig`.
    pub kind: KindOf<Self>,
    /// The rules, one a line, in the words of udev. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
}

impl DocumentKind for UdevRulesConfig {
    const KIND: &'static str = "UdevRulesConfig";
}

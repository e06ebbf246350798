//! `EnvironmentConfig`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Environment of the first process and every service (`runtime.EnvironmentV1Alpha1`). What runs already sees a
/// change after a reboot.
///
/// Since 1.13.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EnvironmentConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `EnvironmentConfig`.
    pub kind: KindOf<Self>,
    /// Values by name; a name has ASCII letters, digits and `_` and does not start with a digit. They may hold a
    /// password, such as that of a proxy.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub variables: BTreeMap<String, String>,
}

impl DocumentKind for EnvironmentConfig {
    const KIND: &'static str = "EnvironmentConfig";
}

//! `KubeControllerManagerConfig`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ResourcesConfig;
use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::ArgValue;

/// The controller manager (`k8s.KubeControllerManagerConfigV1Alpha1`). For control planes only; the v1alpha1 document
/// may not have `cluster.controllerManager` or `machine.controlPlane.controllerManager` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeControllerManagerConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeControllerManagerConfig`.
    pub kind: KindOf<Self>,
    /// Whether it runs. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Its image, with a tag even if it has a digest; a finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// Further command line arguments, by name without dashes. Patches replace an argument.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra_args: BTreeMap<String, ArgValue>,
    /// Its environment.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub env: BTreeMap<String, String>,
    /// What it gets and may use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resources: Option<ResourcesConfig>,
}

impl DocumentKind for KubeControllerManagerConfig {
    const KIND: &'static str = "KubeControllerManagerConfig";
}

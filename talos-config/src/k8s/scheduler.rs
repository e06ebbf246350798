//! `KubeSchedulerConfig`.

use std::collections::BTreeMap;

use manifest::Map;
use serde::{Deserialize, Serialize};

use super::ResourcesConfig;
use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::ArgValue;

/// The scheduler (`k8s.KubeSchedulerConfigV1Alpha1`). For control planes only; the v1alpha1 document may not have
/// `cluster.scheduler` or `machine.controlPlane.scheduler` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeSchedulerConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeSchedulerConfig`.
    pub kind: KindOf<Self>,
    /// Whether it runs. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Its image, with a tag even if it has a digest; a finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// Its own configuration, without `apiVersion` and `kind`.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub config: Map,
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

impl DocumentKind for KubeSchedulerConfig {
    const KIND: &'static str = "KubeSchedulerConfig";
}

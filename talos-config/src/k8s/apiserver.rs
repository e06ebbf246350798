//! `KubeAPIServerConfig`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ResourcesConfig;
use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::ArgValue;

/// The API server (`k8s.KubeAPIServerConfigV1Alpha1`). For control planes only; the v1alpha1 document may not have
/// `cluster.apiServer` or `cluster.controlPlane.localAPIServerPort` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "KubeAPIServerConfig")]
pub struct KubeApiServerConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeAPIServerConfig`.
    pub kind: KindOf<Self>,
    /// Its image, with a tag even if it has a digest; a finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// Further command line arguments, by name without dashes; those about authentication and authorization are
    /// refused. Patches replace an argument.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra_args: BTreeMap<String, ArgValue>,
    /// Its environment.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub env: BTreeMap<String, String>,
    /// What it gets and may use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resources: Option<ResourcesConfig>,
    /// Port that it listens on. Absent: 6443.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_port: Option<i64>,
    /// Further names and addresses in its certificate. Patches append.
    #[serde(rename = "certExtraSANs", default, skip_serializing_if = "Vec::is_empty")]
    pub cert_extra_sans: Vec<String>,
    /// Whether it is given time to start. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub startup_probes: Option<bool>,
}

impl DocumentKind for KubeApiServerConfig {
    const KIND: &'static str = "KubeAPIServerConfig";
}

//! `KubeProxyConfig`.

use std::collections::BTreeMap;

use manifest::Map;
use serde::{Deserialize, Serialize};

use super::ResourcesConfig;
use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::ArgValue;

/// kube-proxy (`k8s.KubeProxyConfigV1Alpha1`). For control planes only; the v1alpha1 document may not have
/// `cluster.proxy` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeProxyConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeProxyConfig`.
    pub kind: KindOf<Self>,
    /// Whether Talos installs it. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Its image; needed if it is installed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// How it works: `nftables`, or with a warning `iptables` or `ipvs`. Absent: `nftables`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// Its own configuration, without `apiVersion` and `kind`.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub config: Map,
    /// Further command line arguments, by name without dashes; most have no effect beside `config`, so there is a
    /// warning.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra_args: BTreeMap<String, ArgValue>,
    /// What it gets and may use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resources: Option<ResourcesConfig>,
}

impl DocumentKind for KubeProxyConfig {
    const KIND: &'static str = "KubeProxyConfig";
}

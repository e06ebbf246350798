//! `KubeNodeConfig`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// What the machine is as a node (`k8s.KubeNodeConfigV1Alpha1`). The v1alpha1 document may not say any of it beside
/// it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeNodeConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeNodeConfig`.
    pub kind: KindOf<Self>,
    /// Whether the kubelet runs without joining the cluster; the rest is then ignored. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skip_node_registration: Option<bool>,
    /// Whether the node registers with its full domain name. Absent: false.
    #[serde(rename = "registerWithFQDN", default, skip_serializing_if = "Option::is_none")]
    pub register_with_fqdn: Option<bool>,
    /// Which of the machine's addresses the kubelet announces.
    #[serde(rename = "nodeIP", default, skip_serializing_if = "Option::is_none")]
    pub node_ip: Option<NodeIpConfig>,
    /// Labels of the node. Workers may not set some prefixes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
    /// Annotations of the node, at most 256 KiB in all.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub annotations: BTreeMap<String, String>,
    /// Taints of the node, as `value:Effect` or `Effect`. Workers may not change them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub taints: BTreeMap<String, String>,
}

impl DocumentKind for KubeNodeConfig {
    const KIND: &'static str = "KubeNodeConfig";
}

/// Which addresses the kubelet announces (`k8s.NodeIPConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "NodeIPConfig")]
pub struct NodeIpConfig {
    /// Subnets that an address must be in; a leading `!` excludes one. Absent: the first address found. Patches
    /// append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub valid_subnets: Vec<String>,
}

//! `cluster.apiServer`.

use std::collections::BTreeMap;

use manifest::Map;
use serde::{Deserialize, Serialize};

use super::{ResourcesConfig, VolumeMountConfig};
use crate::scalar::ArgValue;

/// kube-apiserver (`v1alpha1.APIServerConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "APIServerConfig")]
pub struct ApiServerConfig {
    /// Its image. Absent: the default of the Talos version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// Further command line arguments, by name without dashes. Lists since 1.13.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra_args: BTreeMap<String, ArgValue>,
    /// Further mounts from the machine. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra_volumes: Vec<VolumeMountConfig>,
    /// Environment variables.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub env: BTreeMap<String, String>,
    /// Further names and addresses in its certificate. Patches append.
    #[serde(rename = "certSANs", default, skip_serializing_if = "Vec::is_empty")]
    pub cert_sans: Vec<String>,
    /// Whether the old `PodSecurityPolicy` plugin is off; without effect since Kubernetes dropped it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disable_pod_security_policy: Option<bool>,
    /// Admission plugins. Patches merge entries by `name`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admission_control: Vec<AdmissionPluginConfig>,
    /// Audit policy, as Kubernetes defines it. Patches replace it.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub audit_policy: Map,
    /// Requests and limits of its pod.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resources: Option<ResourcesConfig>,
    /// Authorizers, in order, beside Node and RBAC. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authorization_config: Vec<AuthorizerConfig>,
}

/// An admission plugin (`v1alpha1.AdmissionPluginConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdmissionPluginConfig {
    /// Name of the plugin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its configuration, as Kubernetes defines it. Patches merge it deeply.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub configuration: Map,
}

/// An authorizer of the API server (`v1alpha1.AuthorizationConfigAuthorizerConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "AuthorizationConfigAuthorizerConfig")]
pub struct AuthorizerConfig {
    /// `Node`, `RBAC` or `Webhook`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// Name, unique in the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Details of a webhook, as Kubernetes defines them.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub webhook: Map,
}

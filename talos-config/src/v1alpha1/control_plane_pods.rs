//! `cluster.controllerManager`, `cluster.scheduler` and what the pods of the control plane share.

use std::collections::BTreeMap;

use manifest::Map;
use serde::{Deserialize, Serialize};

use crate::scalar::ArgValue;

/// kube-controller-manager (`v1alpha1.ControllerManagerConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ControllerManagerConfig {
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
    /// Requests and limits of its pod.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resources: Option<ResourcesConfig>,
}

/// kube-scheduler (`v1alpha1.SchedulerConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SchedulerConfig {
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
    /// Requests and limits of its pod.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resources: Option<ResourcesConfig>,
    /// Scheduler configuration, as Kubernetes defines it.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub config: Map,
}

/// A path of the machine that a pod of the control plane sees (`v1alpha1.VolumeMountConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VolumeMountConfig {
    /// Path on the machine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host_path: Option<String>,
    /// Path in the pod.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mount_path: Option<String>,
    /// Whether the pod cannot write. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub readonly: Option<bool>,
}

/// Requests and limits of a pod: `cpu` and `memory`, in Kubernetes' quantities (`v1alpha1.ResourcesConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResourcesConfig {
    /// What the pod is promised.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub requests: Map,
    /// What the pod may not exceed.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub limits: Map,
}

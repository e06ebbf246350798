//! `cluster.proxy`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::scalar::ArgValue;

/// kube-proxy (`v1alpha1.ProxyConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProxyConfig {
    /// Whether Talos leaves it out. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled: Option<bool>,
    /// Its image. Absent: the default of the Talos version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// `iptables`, `ipvs` or `nftables`. Absent: as the Talos version chooses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// Further command line arguments, by name without dashes. Lists since 1.13.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra_args: BTreeMap<String, ArgValue>,
}

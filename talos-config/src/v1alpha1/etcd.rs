//! `cluster.etcd`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::scalar::{ArgValue, CertificateAndKey};

/// etcd; only on control planes (`v1alpha1.EtcdConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EtcdConfig {
    /// Its image. Absent: the default of the Talos version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// Certificate authority of etcd's members. Required on control planes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ca: Option<CertificateAndKey>,
    /// Further command line arguments, by name without dashes. Lists since 1.13.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra_args: BTreeMap<String, ArgValue>,
    /// Subnet of the address that members announce. Deprecated: `advertised_subnets`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subnet: Option<String>,
    /// Subnets of addresses that members announce; a leading `!` excludes one. Absent: the first address.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advertised_subnets: Vec<String>,
    /// Subnets of addresses that etcd listens on. Absent: as `advertised_subnets`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub listen_subnets: Vec<String>,
}

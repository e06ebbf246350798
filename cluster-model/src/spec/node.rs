//! `nodes`: the machines.

use std::collections::BTreeMap;
use std::net::IpAddr;

use omni_client::MachineId;
use serde::{Deserialize, Serialize};

use crate::scalar::{InterfaceName, LabelKey, LabelValue};

/// One machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Node {
    /// The UUID under which Omni knows the machine (from its SMBIOS tables).
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub id: MachineId,
    /// What the machine does in the cluster.
    pub role: Role,
    /// The machine's address in the subnet.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub address: IpAddr,
    /// The kernel's names of the interfaces that reach the subnet. Empty: not known; what depends on names is
    /// then not checked for this machine.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nics: Vec<InterfaceName>,
    /// The disk to install on, such as `/dev/disk/by-id/nvme-...`. Absent: Omni chooses the smallest one over
    /// 5 GB.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disk: Option<String>,
    /// Labels of the Kubernetes node, out of the vocabulary.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<LabelKey, LabelValue>,
}

/// What a machine does in the cluster, in Talos' spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Role {
    /// Runs etcd and the API server.
    ControlPlane,
    /// Runs workloads only.
    Worker,
}

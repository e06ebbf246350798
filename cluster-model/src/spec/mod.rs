//! What a person writes: the description of one cluster, from which everything else follows.
//!
//! The same description can be a file (`cluster.yaml`, see [`read`]) or Rust (see [`crate::Cluster::builder`]). It holds what no artifact
//! can say: hardware facts, the vocabulary of labels, ranges that are taken.

mod accelerator;
mod access;
mod cilium;
mod expose;
mod labels;
mod layout;
mod network;
mod node;
mod read;
mod rollout;
#[cfg(feature = "schema")]
mod schema;
mod talos;
mod versions;

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::scalar::{LabelKey, LabelValue, Name};

pub use accelerator::Accelerator;
pub use access::{Access, Through};
pub use cilium::{Cilium, L2Policy, Pool};
pub use expose::{AddressAnnotation, Expose, ServicePort};
pub use labels::LabelRule;
pub use layout::{Layer, Layout};
pub use network::Network;
pub use node::{Node, Role};
pub use read::{Read, read};
pub use rollout::{ClusterState, Rollout, StepId};
#[cfg(feature = "schema")]
pub use schema::schema;
pub use talos::{Cni, KubePrism, Talos};
pub use versions::Versions;

/// The spec that `frank init` writes: a small cluster without a finding, to start from.
pub const STARTER: &str = include_str!("starter.yaml");

/// One cluster: Talos on every machine, managed by Omni, with Cilium between the pods.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClusterSpec {
    /// Name of the cluster in Omni.
    pub name: Name,
    /// Versions of the three systems.
    pub versions: Versions,
    /// The vocabulary of node labels: which labels there are, which values they take, what they require. A
    /// label that is not listed here is refused on every machine.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<LabelKey, LabelRule>,
    /// What a value of the label `accelerator` means for the machine that carries it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub accelerators: BTreeMap<LabelValue, Accelerator>,
    /// The network that the machines stand in.
    pub network: Network,
    /// Settings of Talos for the whole cluster.
    #[serde(default, skip_serializing_if = "Talos::is_default")]
    pub talos: Talos,
    /// The machines, in the order in which they are to appear.
    pub nodes: IndexMap<Name, Node>,
    /// Cilium, its addresses and what it exposes. Absent: another network plugin is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cilium: Option<Cilium>,
    /// How the change reaches the cluster.
    #[serde(default, skip_serializing_if = "Rollout::is_default")]
    pub rollout: Rollout,
    /// The ways in to the cluster, by names of your choice. Empty: nothing is said of them, and nothing is asked.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub access: BTreeMap<Name, Access>,
    /// Where the artifacts are written.
    #[serde(default, skip_serializing_if = "Layout::is_default")]
    pub layout: Layout,
}

/// The default of a switch that is on unless it is switched off.
fn yes() -> bool {
    true
}

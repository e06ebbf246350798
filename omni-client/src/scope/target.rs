//! Where a patch or a list of extensions is meant to go.

use std::fmt;

use crate::MachineId;
use crate::resource::label;

/// The machines that a patch or a list of extensions is for, from the weakest to the strongest.
///
/// Extensions know the first three only. See `patches.go` of Omni's cluster machine controllers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Every machine of a cluster.
    Cluster {
        /// Name of the cluster.
        cluster: String,
    },
    /// Every machine of a machine set.
    MachineSet {
        /// Name of the cluster.
        cluster: String,
        /// Id of the set: `<cluster>-control-planes`, `<cluster>-workers` or `<cluster>-<name>`.
        machine_set: String,
    },
    /// One machine, as long as it is in the cluster.
    ClusterMachine {
        /// Name of the cluster.
        cluster: String,
        /// The machine.
        machine: MachineId,
    },
    /// One machine, in whichever cluster it is, or in none.
    Machine {
        /// The machine.
        machine: MachineId,
    },
}

impl Scope {
    /// The labels that Omni looks at to find out where a patch goes.
    pub const LABELS: [&'static str; 4] =
        [label::CLUSTER, label::MACHINE_SET, label::CLUSTER_MACHINE, label::MACHINE];

    /// The labels that make a resource reach this scope, in the order of their keys.
    pub fn labels(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let (cluster, narrower) = match self {
            Self::Cluster { cluster } => (Some(cluster), None),
            Self::MachineSet { cluster, machine_set } => {
                (Some(cluster), Some((label::MACHINE_SET, machine_set.as_str())))
            }
            Self::ClusterMachine { cluster, machine } => {
                (Some(cluster), Some((label::CLUSTER_MACHINE, machine.as_str())))
            }
            Self::Machine { machine } => (None, Some((label::MACHINE, machine.as_str()))),
        };
        cluster.map(|cluster| (label::CLUSTER, cluster.as_str())).into_iter().chain(narrower)
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cluster { cluster } => write!(f, "cluster {cluster}"),
            Self::MachineSet { machine_set, .. } => write!(f, "machine set {machine_set}"),
            Self::ClusterMachine { cluster, machine } => write!(f, "machine {machine} in cluster {cluster}"),
            Self::Machine { machine } => write!(f, "machine {machine}"),
        }
    }
}

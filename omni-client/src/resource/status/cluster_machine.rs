//! Machines that belong to a cluster.

use super::message::message;
use crate::resource::Spec;

message! {
    /// A machine that belongs to a cluster. Its id is the machine's UUID.
    ClusterMachine = "ClusterMachineSpec" {
        /// The version of Kubernetes that it shall run. The one key that Omni writes with an underscore.
        kubernetes_version: String = "kubernetes_version",
    }
}

impl Spec for ClusterMachine {
    const TYPE: &'static str = "ClusterMachines.omni.sidero.dev";
}

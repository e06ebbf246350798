//! The nodes that a cluster should have.

use super::message::message;
use crate::resource::Spec;

message! {
    /// The nodes that a cluster should have in Kubernetes, going by its machines. Its id is the cluster's name.
    ClusterKubernetesNodes = "ClusterKubernetesNodesSpec" {
        /// The names of the nodes.
        nodes: Vec<String> = "nodes",
    }
}

impl Spec for ClusterKubernetesNodes {
    const TYPE: &'static str = "ClusterKubernetesNodes.omni.sidero.dev";
}

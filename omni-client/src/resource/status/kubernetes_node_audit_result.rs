//! The nodes that Omni took out of a cluster.

use super::message::message;
use crate::resource::Spec;

message! {
    /// The nodes that Omni took out of Kubernetes because no machine stands for them. Its id is the cluster's name.
    KubernetesNodeAuditResult = "KubernetesNodeAuditResultSpec" {
        /// The names of the nodes.
        deleted_nodes: Vec<String> = "deletednodes",
    }
}

impl Spec for KubernetesNodeAuditResult {
    const TYPE: &'static str = "KubernetesNodeAuditResults.omni.sidero.dev";
}

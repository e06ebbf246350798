//! What the workload proxy does for a cluster.

use super::message::message;
use crate::resource::Spec;

message! {
    /// What the workload proxy does for a cluster. Its id is the cluster's name.
    ClusterWorkloadProxyStatus = "ClusterWorkloadProxyStatusSpec" {
        /// How many services it puts within reach.
        num_exposed_services: u32 = "numexposedservices",
    }
}

impl Spec for ClusterWorkloadProxyStatus {
    const TYPE: &'static str = "ClusterWorkloadProxyStatuses.omni.sidero.dev";
}

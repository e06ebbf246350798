//! Nodes that are yet to be removed from discovery.

use super::message::message;
use crate::resource::Spec;

message! {
    /// A node that has left its cluster and is yet to be removed from the discovery services. Its id is the node's
    /// identity.
    DiscoveryAffiliateDeleteTask = "DiscoveryAffiliateDeleteTaskSpec" {
        /// The id under which the discovery services know the cluster.
        cluster_id: String = "clusterid",
        /// The first of the services, for older releases of Omni.
        discovery_service_endpoint: String = "discoveryserviceendpoint",
        /// All the services from which the node is removed.
        discovery_service_endpoints: Vec<String> = "discoveryserviceendpoints",
    }
}

impl Spec for DiscoveryAffiliateDeleteTask {
    const TYPE: &'static str = "DiscoveryAffiliateDeleteTasks.omni.sidero.dev";
}

//! The names by which a machine goes in its cluster.

use super::message::message;
use crate::resource::Spec;

message! {
    /// The names by which a machine goes in its cluster. Its id is the machine's UUID.
    ClusterMachineIdentity = "ClusterMachineIdentitySpec" {
        /// The name that Talos gave itself, by which the discovery service knows it.
        node_identity: String = "nodeidentity",
        /// The id of its member of etcd; 0 if it has none.
        etcd_member_id: u64 = "etcdmemberid",
        /// The name of its Kubernetes node.
        node_name: String = "nodename",
        /// The addresses of its Kubernetes node.
        node_ips: Vec<String> = "nodeips",
        /// The first of `discovery_service_endpoints`, for readers that know only one.
        discovery_service_endpoint: String = "discoveryserviceendpoint",
        /// The discovery services with which it registers, each with its scheme and port; empty if with none.
        discovery_service_endpoints: Vec<String> = "discoveryserviceendpoints",
    }
}

impl Spec for ClusterMachineIdentity {
    const TYPE: &'static str = "ClusterMachineIdentities.omni.sidero.dev";
}

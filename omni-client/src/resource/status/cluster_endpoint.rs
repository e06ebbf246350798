//! Where a cluster's control plane is reached.

use super::message::message;
use crate::resource::Spec;

message! {
    /// Where Omni reaches a cluster's control plane. Its id is the cluster's name.
    ClusterEndpoint = "ClusterEndpointSpec" {
        /// The addresses of the control plane machines within the tunnel.
        management_addresses: Vec<String> = "managementaddresses",
    }
}

impl Spec for ClusterEndpoint {
    const TYPE: &'static str = "ClusterEndpoints.omni.sidero.dev";
}

//! What Omni's load balancers for the Kubernetes API are told.

use super::message::message;
use crate::resource::Spec;

message! {
    /// What Omni's load balancer for a cluster's Kubernetes API is told. Its id is the cluster's name.
    LoadBalancerConfig = "LoadBalancerConfigSpec" {
        /// The port on which it listens.
        bind_port: String = "bindport",
        /// Its URL as the cluster's machines see it, within the tunnel.
        siderolink_endpoint: String = "siderolinkendpoint",
        /// The addresses of the API servers behind it.
        endpoints: Vec<String> = "endpoints",
    }
}

impl Spec for LoadBalancerConfig {
    const TYPE: &'static str = "LoadBalancerConfigs.omni.sidero.dev";
}

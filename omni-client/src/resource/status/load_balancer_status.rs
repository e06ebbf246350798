//! How Omni's load balancers for the Kubernetes API are doing.

use super::message::message;
use crate::resource::Spec;

message! {
    /// How Omni's load balancer for a cluster's Kubernetes API is doing. Its id is the cluster's name.
    LoadBalancerStatus = "LoadBalancerStatusSpec" {
        /// Whether an API server answers behind it.
        healthy: bool = "healthy",
        /// Whether Omni has switched it off.
        stopped: bool = "stopped",
    }
}

impl Spec for LoadBalancerStatus {
    const TYPE: &'static str = "LoadBalancerStatuses.omni.sidero.dev";
}

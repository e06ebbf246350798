//! Whether a cluster has come to life.

use super::message::message;
use crate::resource::Spec;

message! {
    /// Whether a cluster has come to life. Its id is the cluster's name.
    ClusterBootstrapStatus = "ClusterBootstrapStatusSpec" {
        /// Whether its etcd was started.
        bootstrapped: bool = "bootstrapped",
    }
}

impl Spec for ClusterBootstrapStatus {
    const TYPE: &'static str = "ClusterBootstrapStatuses.omni.sidero.dev";
}

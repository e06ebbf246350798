//! The Talos after which a cluster's configuration is made.

use super::message::message;
use crate::resource::Spec;

message! {
    /// The Talos after which the configuration of a cluster's machines is made. Its id is the cluster's name.
    ClusterConfigVersion = "ClusterConfigVersionSpec" {
        /// The version that the cluster had first, with a `v`; upgrades leave it alone.
        version: String = "version",
    }
}

impl Spec for ClusterConfigVersion {
    const TYPE: &'static str = "ClusterConfigVersions.omni.sidero.dev";
}

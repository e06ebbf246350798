//! The UUID of a cluster.

use super::message::message;
use crate::resource::Spec;

message! {
    /// The UUID of a cluster, under which its backups are kept. Its id is the cluster's name.
    ClusterUuid = "ClusterUUID" {
        /// The UUID.
        uuid: String = "uuid",
    }
}

impl Spec for ClusterUuid {
    const TYPE: &'static str = "ClusterUUIDs.omni.sidero.dev";
}

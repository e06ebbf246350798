//! How far the removal of a cluster is.

use super::message::message;
use crate::resource::Spec;

message! {
    /// How far the removal of something is.
    DestroyStatus = "DestroyStatusSpec" {
        /// What is still to go, for people.
        phase: String = "phase",
    }
}

/// How far the removal of a cluster is. Its id is the cluster's name.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct ClusterDestroyStatus(pub DestroyStatus);

impl Spec for ClusterDestroyStatus {
    const TYPE: &'static str = "ClusterDestroyStatuses.omni.sidero.dev";
}

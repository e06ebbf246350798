//! The mark of a cluster that was reached past Omni.

use super::message::message;
use crate::resource::Spec;

message! {
    /// The mark of a cluster for which break-glass credentials were given out, so that it may have been changed
    /// without Omni. Its id is the cluster's name.
    ClusterTaint = "ClusterTaintSpec" {}
}

impl Spec for ClusterTaint {
    const TYPE: &'static str = "ClusterTaints.omni.sidero.dev";
}

//! Which machines of a cluster complain.

use super::message::message;
use crate::resource::Spec;

message! {
    /// The machines of a cluster whose Talos complains of something. Its id is the cluster's name.
    ClusterDiagnostics = "ClusterDiagnosticsSpec" {
        /// The machines.
        nodes: Vec<Node> = "nodes",
    }
}

impl Spec for ClusterDiagnostics {
    const TYPE: &'static str = "ClusterDiagnostics.omni.sidero.dev";
}

message! {
    /// A machine whose Talos complains of something.
    Node = "ClusterDiagnosticsSpec.Node" {
        /// The machine's UUID.
        id: String = "id",
        /// How many complaints there are; the machine's `MachineStatus` has them in full.
        num_diagnostics: u32 = "numdiagnostics",
    }
}

//! A machine that has joined.

use super::message::message;
use crate::resource::Spec;

message! {
    /// A machine that has joined. Its id is the machine's UUID.
    Machine = "MachineSpec" {
        /// The address within the tunnel under which Omni reaches it.
        management_address: String = "managementaddress",
        /// Whether it is connected to Omni.
        connected: bool = "connected",
        /// Whether it speaks to Omni through gRPC instead of `WireGuard` packets.
        use_grpc_tunnel: bool = "usegrpctunnel",
    }
}

impl Spec for Machine {
    const TYPE: &'static str = "Machines.omni.sidero.dev";
}

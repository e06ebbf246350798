//! Which tunnels Omni has set up.

use super::message::message;
use crate::resource::Spec;

message! {
    /// A tunnel that Omni has set up. Its id is the one of the link or pending machine, a slash and that one's type.
    LinkStatus = "LinkStatusSpec" {
        /// The machine's address within the tunnel, with the length of its network.
        node_subnet: String = "nodesubnet",
        /// The machine's public `WireGuard` key.
        node_public_key: String = "nodepublickey",
        /// The address and port that stand for the machine if it speaks through gRPC; empty if it sends packets.
        virtual_addrport: String = "virtualaddrport",
        /// The id of the link or pending machine.
        link_id: String = "linkid",
    }
}

impl Spec for LinkStatus {
    const TYPE: &'static str = "LinkStatuses.omni.sidero.dev";
    const NAMESPACE: &'static str = "ephemeral";
}

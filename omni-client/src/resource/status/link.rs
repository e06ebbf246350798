//! How a machine is connected to Omni.

use manifest::Secret;

use super::message::message;
use crate::resource::Spec;

/// The tunnel between Omni and a machine that has joined. Its id is the machine's UUID; destroying it has Omni forget
/// the machine.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Link(pub Siderolink);

impl Spec for Link {
    const TYPE: &'static str = "Links.omni.sidero.dev";
}

message! {
    /// The tunnel between Omni and a machine.
    Siderolink = "SiderolinkSpec" {
        /// The machine's address within the tunnel, with the length of its network.
        node_subnet: String = "nodesubnet",
        /// The machine's public `WireGuard` key.
        node_public_key: String = "nodepublickey",
        /// The address and port from which the machine's packets came last; empty if unknown.
        last_endpoint: String = "lastendpoint",
        /// Whether the machine is connected.
        connected: bool = "connected",
        /// The address and port that stand for the machine if it speaks through gRPC; empty if it sends packets.
        virtual_addrport: String = "virtualaddrport",
        /// The machine's address as Omni's API saw it.
        remote_addr: String = "remoteaddr",
        /// The token by which the machine is known again; newer releases of Omni keep it elsewhere.
        node_unique_token: Secret = "nodeuniquetoken",
    }
}

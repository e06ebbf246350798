//! What a machine needs to know to join.

use manifest::Secret;

use super::message::message;
use crate::resource::Spec;

message! {
    /// What a machine needs to know to join with the default join token. There is one, with the id
    /// `siderolink-config`.
    ConnectionParams = "ConnectionParamsSpec" {
        /// All of it as arguments for the kernel, with the token in them.
        args: Secret = "args",
        /// The URL of the API at which machines ask to join.
        api_endpoint: String = "apiendpoint",
        /// The address and port to which `WireGuard` packets go.
        wireguard_endpoint: String = "wireguardendpoint",
        /// The default join token.
        join_token: Secret = "jointoken",
        /// Whether machines speak to Omni through gRPC instead of `WireGuard` packets.
        use_grpc_tunnel: bool = "usegrpctunnel",
        /// The port within the tunnel that takes events.
        events_port: i32 = "eventsport",
        /// The port within the tunnel that takes logs.
        logs_port: i32 = "logsport",
    }
}

impl Spec for ConnectionParams {
    const TYPE: &'static str = "ConnectionParams.omni.sidero.dev";
}

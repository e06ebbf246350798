//! Where machines find Omni.

use super::message::message;
use crate::resource::Spec;

message! {
    /// Where machines find Omni, without any token. There is one, with the id `siderolink-config`.
    SiderolinkApiConfig = "SiderolinkAPIConfigSpec" {
        /// The URL of the API at which machines ask to join.
        machine_api_advertised_url: String = "machineapiadvertisedurl",
        /// The address and port to which `WireGuard` packets go.
        wireguard_advertised_endpoint: String = "wireguardadvertisedendpoint",
        /// Whether every machine has to speak through gRPC instead of `WireGuard` packets.
        enforce_grpc_tunnel: bool = "enforcegrpctunnel",
        /// The port within the tunnel that takes events.
        events_port: i32 = "eventsport",
        /// The port within the tunnel that takes logs.
        logs_port: i32 = "logsport",
    }
}

impl Spec for SiderolinkApiConfig {
    const TYPE: &'static str = "SiderolinkAPIConfigs.omni.sidero.dev";
}

//! Whether a provider of machines is alive.

use super::message::message;
use crate::resource::{ProtoTimestamp, Spec};

message! {
    /// Whether a provider of machines is alive. Its id is the provider's.
    InfraProviderHealthStatus = "InfraProviderHealthStatusSpec" {
        /// When it was last heard of; absent if never.
        last_heartbeat_timestamp: Option<ProtoTimestamp> = "lastheartbeattimestamp",
        /// What is wrong with it; empty if nothing is.
        error: String = "error",
    }
}

impl Spec for InfraProviderHealthStatus {
    const TYPE: &'static str = "InfraProviderHealthStatuses.omni.sidero.dev";
    const NAMESPACE: &'static str = "infra-provider-ephemeral";
}

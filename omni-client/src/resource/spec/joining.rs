//! How machines join: tokens, and how they speak to Omni.

use manifest::Secret;
use serde::{Deserialize, Serialize};

use super::ProtoTimestamp;
use crate::resource::Spec;

/// A token that lets machines join. Its id is the token; made by a management call only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "JoinTokenSpec")]
pub struct JoinToken {
    /// When it ends; absent means never.
    #[serde(rename = "expirationtime")]
    pub expiration_time: Option<ProtoTimestamp>,
    /// Whether it has been taken back.
    pub revoked: bool,
    /// What people call it; 1 to 16 characters.
    pub name: String,
}

impl Spec for JoinToken {
    const TYPE: &'static str = "JoinTokens.omni.sidero.dev";
}

/// Which token is put into installation media. There is one, with the id `default`; it cannot be destroyed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "DefaultJoinTokenSpec")]
pub struct DefaultJoinToken {
    /// The token, which must exist.
    #[serde(rename = "tokenid")]
    pub token_id: Secret,
}

impl Spec for DefaultJoinToken {
    const TYPE: &'static str = "DefaultJoinTokens.omni.sidero.dev";
}

/// Has the machine whose id it has speak to Omni through gRPC instead of `WireGuard` packets, or not. Since Omni 1.5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "GRPCTunnelConfigSpec")]
pub struct GrpcTunnelConfig {
    /// Whether it does.
    pub enabled: bool,
}

impl Spec for GrpcTunnelConfig {
    const TYPE: &'static str = "GRPCTunnelConfigs.omni.sidero.dev";
}

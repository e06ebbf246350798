//! Messages of `client/api/omni/specs/siderolink.proto`.

use super::Shape;
use super::omni::TIME;
use super::shape::shape;
use crate::resource::{DefaultJoinToken, GrpcTunnelConfig, JoinToken, Spec as _};

/// The types whose messages are here.
pub(super) const TYPES: &[(&str, &Shape)] =
    &[(DefaultJoinToken::TYPE, &DEFAULT_TOKEN), (GrpcTunnelConfig::TYPE, &TUNNEL), (JoinToken::TYPE, &TOKEN)];

static DEFAULT_TOKEN: Shape = shape! { 1 "tokenid" Text };
static TUNNEL: Shape = shape! { 1 "enabled" Bool };
static TOKEN: Shape = shape! { 1 "expirationtime" Message(TIME), 2 "revoked" Bool, 3 "name" Text };

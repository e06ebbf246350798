//! When somebody was last there.

use super::message::message;
use crate::resource::{ProtoTimestamp, Spec};

message! {
    /// When somebody, or a service account, last did anything. Its id is the one of the identity.
    IdentityLastActive = "IdentityLastActiveSpec" {
        /// The moment; absent if never.
        last_active: Option<ProtoTimestamp> = "lastactive",
    }
}

impl Spec for IdentityLastActive {
    const TYPE: &'static str = "IdentityLastActives.omni.sidero.dev";
    const NAMESPACE: &'static str = "metrics";
}

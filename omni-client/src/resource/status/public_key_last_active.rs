//! When a key was last used.

use super::message::message;
use crate::resource::{ProtoTimestamp, Spec};

message! {
    /// When requests were last signed with a key. Its id is the key's fingerprint.
    PublicKeyLastActive = "PublicKeyLastActiveSpec" {
        /// The moment; absent if never.
        last_used: Option<ProtoTimestamp> = "lastused",
    }
}

impl Spec for PublicKeyLastActive {
    const TYPE: &'static str = "PublicKeyLastActives.omni.sidero.dev";
    const NAMESPACE: &'static str = "metrics";
}

//! Whether a join token is good, and who uses it.

use super::message::{enumeration, message};
use crate::resource::{ProtoTimestamp, Spec};

message! {
    /// Whether a join token is good, and who uses it. Its id is the token, which is a secret.
    JoinTokenStatus = "JoinTokenStatusSpec" {
        /// Whether machines can join with it.
        state: State = "state",
        /// Whether it is the one that is put into installation media.
        is_default: bool = "isdefault",
        /// How many machines use it.
        use_count: u64 = "usecount",
        /// When it ends; absent means never.
        expiration_time: Option<ProtoTimestamp> = "expirationtime",
        /// What people call it.
        name: String = "name",
        /// Machines that might no longer connect if it were revoked.
        warnings: Vec<Warning> = "warnings",
    }
}

impl Spec for JoinTokenStatus {
    const TYPE: &'static str = "JoinTokenStatuses.omni.sidero.dev";
}

enumeration! {
    /// Whether machines can join with a token.
    State = "JoinTokenStatusSpec.State" {
        /// Nobody knows yet.
        Unknown = 0,
        /// They can.
        Active = 1,
        /// It has been taken back.
        Revoked = 2,
        /// Its time is over.
        Expired = 3,
    }
}

message! {
    /// A machine that might no longer connect if its join token were revoked.
    Warning = "JoinTokenStatusSpec.Warning" {
        /// The machine's UUID.
        machine: String = "machine",
        /// Why that is so.
        message: String = "message",
    }
}

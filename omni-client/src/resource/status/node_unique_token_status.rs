//! Whether a machine has a token of its own.

use super::message::{enumeration, message};
use crate::resource::Spec;

message! {
    /// Whether a machine has a token of its own, by which Omni knows it again. Its id is the machine's UUID.
    NodeUniqueTokenStatus = "NodeUniqueTokenStatusSpec" {
        /// Where the token is kept.
        state: State = "state",
    }
}

impl Spec for NodeUniqueTokenStatus {
    const TYPE: &'static str = "NodeUniqueTokenStatuses.omni.sidero.dev";
}

enumeration! {
    /// Where a machine keeps the token of its own.
    State = "NodeUniqueTokenStatusSpec.State" {
        /// Nobody knows yet.
        Unknown = 0,
        /// On its disk.
        Persistent = 1,
        /// In memory, until it reboots.
        Ephemeral = 2,
        /// It has none.
        None = 3,
        /// Its Talos is too old to have one.
        Unsupported = 4,
    }
}

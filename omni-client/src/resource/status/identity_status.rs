//! What is known of somebody.

use super::message::message;
use crate::resource::Spec;

message! {
    /// What is known of somebody, or of a service account. Its id is the one of the identity.
    IdentityStatus = "IdentityStatusSpec" {
        /// The id of the user.
        user_id: String = "userid",
        /// The user's role.
        role: String = "role",
        /// When they last did anything, as RFC 3339 has it; empty if never.
        last_active: String = "lastactive",
    }
}

impl Spec for IdentityStatus {
    const TYPE: &'static str = "IdentityStatuses.omni.sidero.dev";
    const NAMESPACE: &'static str = "ephemeral";
}

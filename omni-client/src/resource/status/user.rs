//! What somebody may do.

use super::message::message;
use crate::resource::Spec;

message! {
    /// What somebody, or a service account, may do. Its id is a UUID.
    User = "UserSpec" {
        /// What older releases of Omni kept instead of a role.
        scopes: Vec<String> = "scopes",
        /// The role, such as `Admin` or `Reader`.
        role: String = "role",
    }
}

impl Spec for User {
    const TYPE: &'static str = "Users.omni.sidero.dev";
}

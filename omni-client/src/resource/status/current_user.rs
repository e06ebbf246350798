//! Who is signed in.

use super::message::message;
use crate::resource::Spec;

message! {
    /// Who is signed in. Its id is `current`.
    CurrentUser = "CurrentUserSpec" {
        /// The e-mail address, or the name of the service account.
        identity: String = "identity",
        /// The role, such as `Admin` or `Reader`.
        role: String = "role",
        /// The id of the user, a UUID.
        user_id: String = "userid",
    }
}

impl Spec for CurrentUser {
    const TYPE: &'static str = "CurrentUsers.omni.sidero.dev";
    const NAMESPACE: &'static str = "virtual";
}

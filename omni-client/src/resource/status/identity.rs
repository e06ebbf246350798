//! Who somebody is.

use super::message::message;
use crate::resource::Spec;

message! {
    /// Who somebody is. Its id is their e-mail address, or the name of a service account.
    Identity = "IdentitySpec" {
        /// The id of the user.
        user_id: String = "userid",
    }
}

impl Spec for Identity {
    const TYPE: &'static str = "Identities.omni.sidero.dev";
}

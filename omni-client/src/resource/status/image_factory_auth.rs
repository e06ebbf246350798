//! How to sign in to an image factory.

use manifest::Secret;

use super::message::message;
use crate::resource::Spec;

message! {
    /// How to sign in to an image factory. Its id is the factory's URL without a slash at its end. Since Omni 1.9.
    ImageFactoryAuth = "ImageFactoryAuthSpec" {
        /// The user's name.
        username: String = "username",
        /// The user's password.
        password: Secret = "password",
    }
}

impl Spec for ImageFactoryAuth {
    const TYPE: &'static str = "ImageFactoryAuths.omni.sidero.dev";
}

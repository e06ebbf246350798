//! What Omni wants everybody to know.

use super::message::{enumeration, message};
use crate::resource::Spec;

message! {
    /// Something that Omni wants everybody to know. Its id says what it is about.
    Notification = "NotificationSpec" {
        /// Its headline.
        title: String = "title",
        /// Its text.
        body: String = "body",
        /// How grave it is.
        r#type: Type = "type",
    }
}

impl Spec for Notification {
    const TYPE: &'static str = "Notifications.omni.sidero.dev";
    const NAMESPACE: &'static str = "ephemeral";
}

enumeration! {
    /// How grave a notification is.
    Type = "NotificationSpec.Type" {
        /// It is good to know.
        Info = 0,
        /// Something will go wrong if nothing is done.
        Warning = 1,
        /// Something is wrong.
        Error = 2,
    }
}

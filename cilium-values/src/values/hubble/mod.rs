//! `hubble`: a view of all flows.

mod relay;
mod ui;

use crate::values::common::Texts;
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

pub use relay::Relay;
pub use ui::Ui;

shapes! {
    /// `hubble`: A view of all flows.
    pub struct Hubble {
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// Whether each agent records flows.
        ///
        /// Chart default: `true`.
        pub enabled: Setting<bool>,
        /// Whether its pods share the users of the host.
        ///
        /// Chart default: none. Since 1.20.
        pub host_users: Setting<bool>,
        /// One service that asks the Hubbles of all nodes. Needs `hubble.enabled`.
        pub relay: Group<Relay>,
        /// The web page of Hubble. Needs `hubble.relay.enabled`.
        pub ui: Group<Ui>,
    }
}

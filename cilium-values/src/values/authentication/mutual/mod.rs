//! `authentication.mutual`: mutual TLS between agents, with SPIRE.

pub mod spire;

use self::spire::Spire;
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `authentication.mutual`: mutual TLS between agents.
    pub struct Mutual {
        /// How long an agent waits for another. A Go duration.
        ///
        /// Chart default: `5s`.
        pub connect_timeout: Setting<String>,
        /// The port on which agents meet.
        ///
        /// Chart default: `4250`.
        pub port: Setting<i64>,
        /// SPIRE, which hands out the certificates.
        pub spire: Group<Spire>,
    }
}

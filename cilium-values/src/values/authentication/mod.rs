//! `authentication`: proving who pods are.

pub mod mutual;

use self::mutual::Mutual;
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `authentication`: proving who pods are.
    pub struct Authentication {
        /// Whether policies may demand it.
        ///
        /// Chart default: `true`, from 1.19 on `false`.
        pub enabled: Setting<bool>,
        /// How often old proofs are removed. A Go duration.
        ///
        /// Chart default: `5m0s`.
        pub gc_interval: Setting<String>,
        /// Mutual TLS between agents.
        pub mutual: Group<Mutual>,
        /// How many proofs may wait.
        ///
        /// Chart default: `1024`.
        pub queue_size: Setting<i64>,
        /// How many renewed identities may wait.
        ///
        /// Chart default: `1024`.
        pub rotated_identities_queue_size: Setting<i64>,
    }
}

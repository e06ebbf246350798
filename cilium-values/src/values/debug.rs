//! `debug`: debug logs.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `debug`: debug logs.
    pub struct Debug {
        /// Whether it is on.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// How often the agent samples its own metrics. A Go duration.
        ///
        /// Chart default: `5m`. Since 1.18.
        pub metrics_sampling_interval: Setting<String>,
        /// Parts that log even more, with blanks: `flow`, `kvstore`, `envoy`, `datapath`, `policy`,
        /// `tagged`.
        ///
        /// Chart default: none.
        pub verbose: Setting<String>,
    }
}

//! `configDriftDetection`: noticing that an agent runs with another configuration.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `configDriftDetection`: noticing that an agent runs with another configuration than the ConfigMap.
    pub struct ConfigDriftDetection {
        /// Whether the difference is measured.
        ///
        /// Chart default: `true`. Since 1.18.
        pub drift_checker: Setting<bool>,
        /// Whether the configuration is watched.
        ///
        /// Chart default: `true`. Since 1.18.
        pub enabled: Setting<bool>,
        /// Keys whose difference does not count.
        ///
        /// Since 1.18.
        pub ignored_keys: Setting<Vec<String>>,
    }
}

//! `livenessProbe`: when an agent is restarted.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `livenessProbe`: when an agent is restarted.
    pub struct LivenessProbe {
        /// After how many bad answers in a row it has failed.
        ///
        /// Chart default: `10`.
        pub failure_threshold: Setting<i64>,
        /// Seconds between two questions.
        ///
        /// Chart default: `30`.
        pub period_seconds: Setting<i64>,
        /// Whether losing the API server counts.
        ///
        /// Chart default: `true`, from a late 1.17 on `false`.
        pub require_k8s_connectivity: Setting<bool>,
    }
}

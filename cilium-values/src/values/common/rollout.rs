//! How pods are replaced, watched and kept.

use super::IntOrText;
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// How a new revision takes the place of the old one.
    pub struct UpdateStrategy {
        /// `RollingUpdate`, `OnDelete` (DaemonSets) or `Recreate` (Deployments).
        #[serde(rename = "type")]
        pub type_: Setting<String>,
        /// Limits of type `RollingUpdate`.
        pub rolling_update: Group<RollingUpdate>,
    }

    /// How many pods are replaced at a time.
    pub struct RollingUpdate {
        /// How many more than wanted may run: a number, or a share such as `25%`, rounded up.
        pub max_surge: Setting<IntOrText>,
        /// How many fewer than wanted may run: a number, or a share such as `50%`, rounded down.
        pub max_unavailable: Setting<IntOrText>,
    }

    /// How many pods may be missing while nodes are drained.
    pub struct PodDisruptionBudget {
        /// Whether there is one.
        pub enabled: Setting<bool>,
        /// How many must stay: a number or a share. Excludes `max_unavailable`.
        pub min_available: Setting<IntOrText>,
        /// How many may go: a number or a share. Excludes `min_available`.
        pub max_unavailable: Setting<IntOrText>,
        /// `IfHealthyBudget` or `AlwaysAllow`: whether pods that are not ready may go.
        pub unhealthy_pod_eviction_policy: Setting<String>,
    }

    /// How often a container is asked how it does.
    pub struct Probe {
        /// After how many bad answers in a row it has failed.
        pub failure_threshold: Setting<i64>,
        /// Seconds between two questions.
        pub period_seconds: Setting<i64>,
    }
}

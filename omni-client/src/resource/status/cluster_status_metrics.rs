//! How many clusters are in which state.

use std::collections::BTreeMap;

use serde::de::{Deserialize, Deserializer, Error as _};

use super::message::message;
use crate::resource::Spec;

message! {
    /// How many clusters are in which state. Its id is `metrics`.
    ClusterStatusMetrics = "ClusterStatusMetricsSpec" {
        /// How many are not ready.
        not_ready_count: u32 = "notreadycount",
        /// How many are in each phase, by the number that stands for the phase in a `ClusterStatus`.
        #[serde(deserialize_with = "by_number")]
        phases: BTreeMap<i32, u32> = "phases",
    }
}

impl Spec for ClusterStatusMetrics {
    const TYPE: &'static str = "ClusterStatusMetrics.omni.sidero.dev";
    const NAMESPACE: &'static str = "ephemeral";
}

/// Keys that are numbers arrive as texts.
fn by_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<i32, u32>, D::Error> {
    let number = |text: &str| {
        let wrong = |_| D::Error::custom(format_args!("{text:?} is not the number of a phase"));
        text.parse::<i32>().map_err(wrong)
    };
    let counts = BTreeMap::<String, u32>::deserialize(deserializer)?;
    counts.into_iter().map(|(phase, count)| number(&phase).map(|phase| (phase, count))).collect()
}

//! How many clusters use which features.

use std::collections::BTreeMap;

use super::message::message;
use crate::resource::Spec;

message! {
    /// How many clusters use which features. Its id is `metrics`.
    ClusterMetrics = "ClusterMetricsSpec" {
        /// The number of clusters, by the name of the feature.
        features: BTreeMap<String, u32> = "features",
    }
}

impl Spec for ClusterMetrics {
    const TYPE: &'static str = "ClusterMetrics.omni.sidero.dev";
    const NAMESPACE: &'static str = "ephemeral";
}

//! The order in which a declared estate reaches the cluster.

use crate::spec::{ClusterState, StepId};

/// The steps of the rollout in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RolloutOrder {
    /// What is there before the first step.
    pub from: ClusterState,
    /// The steps.
    pub steps: Vec<StepId>,
}

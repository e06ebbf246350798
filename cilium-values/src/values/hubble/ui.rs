//! `hubble.ui`: the web page of Hubble.

use crate::values::common::{
    Affinity, NodeSelector, PodDisruptionBudget, SecurityContext, Texts, Toleration,
    TopologySpreadConstraint, UpdateStrategy,
};
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `hubble.ui`: the web page of Hubble. Needs `hubble.relay.enabled`.
    pub struct Ui {
        /// Which nodes attract or repel its pods.
        pub affinity: Group<Affinity>,
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// Whether it is installed.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Labels on its objects.
        ///
        /// Since 1.17.
        pub labels: Setting<Texts>,
        /// Labels that a node must have to run its pods.
        pub node_selector: Setting<NodeSelector>,
        /// Annotations on its pods.
        pub pod_annotations: Setting<Texts>,
        /// How many of its pods may be missing while nodes are drained.
        pub pod_disruption_budget: Group<PodDisruptionBudget>,
        /// Labels on its pods.
        pub pod_labels: Setting<Texts>,
        /// The priority class of its pods.
        ///
        /// Chart default: empty.
        pub priority_class_name: Setting<String>,
        /// How many pods run.
        ///
        /// Chart default: `1`.
        pub replicas: Setting<i64>,
        /// Whether a changed ConfigMap replaces its pods.
        ///
        /// Chart default: `false`.
        pub roll_out_pods: Setting<bool>,
        /// What its container may do.
        pub security_context: Group<SecurityContext>,
        /// Taints that its pods put up with. A list given here replaces the chart's.
        pub tolerations: Setting<Vec<Toleration>>,
        /// How evenly its pods are spread over places.
        pub topology_spread_constraints: Setting<Vec<TopologySpreadConstraint>>,
        /// How its pods are replaced.
        pub update_strategy: Group<UpdateStrategy>,
    }
}

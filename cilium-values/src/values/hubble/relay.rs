//! `hubble.relay`: one service that asks the Hubbles of all nodes.

use crate::values::common::{
    Affinity, Any, EnvVar, Image, Listener, NodeSelector, PodDisruptionBudget, PodSecurityContext, Pprof,
    Resources, SecurityContext, Texts, Toleration, TopologySpreadConstraint, UpdateStrategy, VolumeMount,
};
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `hubble.relay`: one service that asks the Hubbles of all nodes. Needs `hubble.enabled`.
    pub struct Relay {
        /// Which nodes attract or repel its pods.
        pub affinity: Group<Affinity>,
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// Whether it is installed.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Further variables in its environment.
        pub extra_env: Setting<Vec<EnvVar>>,
        /// Where its container sees further volumes.
        pub extra_volume_mounts: Setting<Vec<VolumeMount>>,
        /// Further volumes of its pods.
        pub extra_volumes: Setting<Vec<Any>>,
        /// Its listener for Go's diagnostics.
        pub gops: Group<Listener>,
        /// The image.
        pub image: Group<Image>,
        /// Labels that a node must have to run its pods.
        pub node_selector: Setting<NodeSelector>,
        /// Annotations on its pods.
        pub pod_annotations: Setting<Texts>,
        /// How many of its pods may be missing while nodes are drained.
        pub pod_disruption_budget: Group<PodDisruptionBudget>,
        /// Labels on its pods.
        pub pod_labels: Setting<Texts>,
        /// What its pods may do.
        pub pod_security_context: Group<PodSecurityContext>,
        /// Its profiler.
        pub pprof: Group<Pprof>,
        /// The priority class of its pods.
        ///
        /// Chart default: empty.
        pub priority_class_name: Setting<String>,
        /// How many pods run.
        ///
        /// Chart default: `1`.
        pub replicas: Setting<i64>,
        /// CPU and memory.
        pub resources: Group<Resources>,
        /// Whether a changed ConfigMap replaces its pods.
        ///
        /// Chart default: `false`.
        pub roll_out_pods: Setting<bool>,
        /// What its container may do.
        pub security_context: Group<SecurityContext>,
        /// Seconds that its pods have to stop.
        ///
        /// Chart default: `1`.
        pub termination_grace_period_seconds: Setting<i64>,
        /// Taints that its pods put up with. A list given here replaces the chart's.
        pub tolerations: Setting<Vec<Toleration>>,
        /// How evenly its pods are spread over places.
        pub topology_spread_constraints: Setting<Vec<TopologySpreadConstraint>>,
        /// How its pods are replaced.
        pub update_strategy: Group<UpdateStrategy>,
    }
}

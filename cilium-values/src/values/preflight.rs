//! `preflight`: the check before an upgrade.

use crate::values::common::{
    Affinity, Any, EnvVar, Image, NodeSelector, PodDisruptionBudget, PodSecurityContext, Resources,
    SecurityContext, Texts, Toleration, UpdateStrategy, VolumeMount,
};
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `preflight`: the check before an upgrade.
    pub struct Preflight {
        /// Which nodes attract or repel its pods.
        pub affinity: Group<Affinity>,
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// Whether it, and only it, is installed.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Envoy, pulled in advance.
        ///
        /// Since 1.18.
        pub envoy: Group<Envoy>,
        /// Further variables in its environment.
        pub extra_env: Setting<Vec<EnvVar>>,
        /// Where its container sees further volumes.
        pub extra_volume_mounts: Setting<Vec<VolumeMount>>,
        /// Further volumes of its pods.
        pub extra_volumes: Setting<Vec<Any>>,
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
        /// The priority class of its pods.
        ///
        /// Chart default: empty.
        pub priority_class_name: Setting<String>,
        /// When its container counts as ready.
        pub readiness_probe: Group<ReadinessProbe>,
        /// CPU and memory.
        pub resources: Group<Resources>,
        /// What its container may do.
        pub security_context: Group<SecurityContext>,
        /// Seconds that its pods have to stop.
        ///
        /// Chart default: `1`.
        pub termination_grace_period_seconds: Setting<i64>,
        /// A file for names that agents know.
        ///
        /// Chart default: empty. Until 1.19.
        pub tofqdns_pre_cache: Setting<String>,
        /// Taints that its pods put up with. A list given here replaces the chart's.
        pub tolerations: Setting<Vec<Toleration>>,
        /// How its pods are replaced.
        pub update_strategy: Group<UpdateStrategy>,
        /// Whether policies are checked.
        ///
        /// Chart default: `true`.
        #[serde(rename = "validateCNPs")]
        pub validate_cnps: Setting<bool>,
    }

    /// `preflight.envoy`: Envoy, pulled in advance.
    pub struct Envoy {
        /// The image.
        ///
        /// Since 1.18.
        pub image: Group<Image>,
    }

    /// `preflight.readinessProbe`: when its container counts as ready.
    pub struct ReadinessProbe {
        /// Seconds from its start to the first question.
        ///
        /// Chart default: `5`.
        pub initial_delay_seconds: Setting<i64>,
        /// Seconds between two questions.
        ///
        /// Chart default: `5`.
        pub period_seconds: Setting<i64>,
    }
}

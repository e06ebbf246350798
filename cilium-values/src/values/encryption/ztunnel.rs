//! `encryption.ztunnel`: Istio's node proxy.

use crate::values::common::{
    Affinity, Any, EnvVar, Image, NodeSelector, Resources, Texts, Toleration, UpdateStrategy, VolumeMount,
};
use crate::values::shape::{shapes, words};
use crate::values::{Group, Setting};

shapes! {
    /// `encryption.ztunnel`: istio's node proxy. Beta.
    pub struct Ztunnel {
        /// Which nodes attract or repel its pods.
        ///
        /// Since 1.19.
        pub affinity: Group<Affinity>,
        /// Annotations on its objects.
        ///
        /// Since 1.19.
        pub annotations: Setting<Texts>,
        /// Its authority.
        ///
        /// Since 1.20.
        pub ca: Group<Ca>,
        /// The address of the authority.
        ///
        /// Chart default: `https://localhost:15012`. Since 1.19.
        pub ca_address: Setting<String>,
        /// Further variables in its environment.
        ///
        /// Since 1.19.
        pub extra_env: Setting<Vec<EnvVar>>,
        /// Where its container sees further volumes.
        ///
        /// Since 1.19.
        pub extra_volume_mounts: Setting<Vec<VolumeMount>>,
        /// Further volumes of its pods.
        ///
        /// Since 1.19.
        pub extra_volumes: Setting<Vec<Any>>,
        /// The port on which it says that it is alive.
        ///
        /// Chart default: `15021`. Since 1.19.
        pub health_port: Setting<i64>,
        /// The image.
        ///
        /// Since 1.19.
        pub image: Group<Image>,
        /// Seconds for which a new pod must be ready before the next one is replaced.
        ///
        /// Chart default: `0`. Since 1.20.
        pub min_ready_seconds: Setting<i64>,
        /// Labels that a node must have to run its pods.
        ///
        /// Since 1.19.
        pub node_selector: Setting<NodeSelector>,
        /// Annotations on its pods.
        ///
        /// Since 1.19.
        pub pod_annotations: Setting<Texts>,
        /// Labels on its pods.
        ///
        /// Since 1.19.
        pub pod_labels: Setting<Texts>,
        /// The priority class of its pods.
        ///
        /// Chart default: none. Since 1.19.
        pub priority_class_name: Setting<String>,
        /// When its container counts as ready.
        ///
        /// Since 1.19.
        pub readiness_probe: Group<ReadinessProbe>,
        /// CPU and memory.
        ///
        /// Since 1.19.
        pub resources: Group<Resources>,
        /// Its Secrets.
        ///
        /// Since 1.19.
        pub secrets: Group<Secrets>,
        /// Seconds that its pods have to stop.
        ///
        /// Chart default: `30`. Since 1.19.
        pub termination_grace_period_seconds: Setting<i64>,
        /// Taints that its pods put up with. A list given here replaces the chart's.
        ///
        /// Since 1.19.
        pub tolerations: Setting<Vec<Toleration>>,
        /// How its pods are replaced.
        ///
        /// Since 1.19.
        pub update_strategy: Group<UpdateStrategy>,
    }

    /// `encryption.ztunnel.ca`: its authority.
    pub struct Ca {
        /// Who it is.
        ///
        /// Chart default: `internal`. Since 1.20.
        pub type_: Setting<ZtunnelCa>,
    }

    /// `encryption.ztunnel.readinessProbe`: when its container counts as ready.
    pub struct ReadinessProbe {
        /// After how many bad answers in a row it has failed.
        ///
        /// Chart default: `3`. Since 1.19.
        pub failure_threshold: Setting<i64>,
        /// Seconds from its start to the first question.
        ///
        /// Chart default: `0`. Since 1.19.
        pub initial_delay_seconds: Setting<i64>,
        /// Seconds between two questions.
        ///
        /// Chart default: `10`. Since 1.19.
        pub period_seconds: Setting<i64>,
    }

    /// `encryption.ztunnel.secrets`: its Secrets.
    pub struct Secrets {
        /// The first root certificate.
        ///
        /// Chart default: none. Since 1.19.
        pub bootstrap_root_cert: Setting<String>,
    }
}

words! {
    /// Whose authority ztunnel trusts.
    pub enum ZtunnelCa {
        /// SPIRE's.
        Spire = "spire",
        /// Cilium's own.
        Internal = "internal",
    }
}

//! `nodeinit`: a DaemonSet that prepares nodes of some clouds.

use crate::values::common::{
    Affinity, Any, EnvVar, Image, NodeSelector, PodSecurityContext, Resources, SecurityContext, Texts,
    Toleration, UpdateStrategy, VolumeMount,
};
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `nodeinit`: A DaemonSet that prepares nodes of some clouds. Must stay off on Talos.
    pub struct Nodeinit {
        /// Which nodes attract or repel its pods.
        pub affinity: Group<Affinity>,
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// The file on the host that marks a node as prepared.
        ///
        /// Chart default: `/tmp/cilium-bootstrap.d/cilium-bootstrap-time`.
        pub bootstrap_file: Setting<String>,
        /// Whether it is on.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Further variables in its environment.
        pub extra_env: Setting<Vec<EnvVar>>,
        /// Where its container sees further volumes.
        pub extra_volume_mounts: Setting<Vec<VolumeMount>>,
        /// Further volumes of its pods.
        pub extra_volumes: Setting<Vec<Any>>,
        /// The image.
        pub image: Group<Image>,
        /// Seconds for which a new pod must be ready before the next one is replaced.
        ///
        /// Chart default: `0`. Since 1.20.
        pub min_ready_seconds: Setting<i64>,
        /// Labels that a node must have to run its pods.
        pub node_selector: Setting<NodeSelector>,
        /// Annotations on its pods.
        pub pod_annotations: Setting<Texts>,
        /// Labels on its pods.
        pub pod_labels: Setting<Texts>,
        /// What its pods may do.
        pub pod_security_context: Group<PodSecurityContext>,
        /// Scripts around its stop.
        pub prestop: Group<Prestop>,
        /// The priority class of its pods.
        ///
        /// Chart default: empty.
        pub priority_class_name: Setting<String>,
        /// Whether the kubelet is told to use CNI plugins.
        pub reconfigure_kubelet: Setting<bool>,
        /// Whether the bridge of kubenet is removed.
        pub remove_cbr_bridge: Setting<bool>,
        /// CPU and memory.
        pub resources: Group<Resources>,
        /// Whether that of the kubelet is undone when it stops.
        pub revert_reconfigure_kubelet: Setting<bool>,
        /// What its container may do.
        pub security_context: Group<SecurityContext>,
        /// Scripts around its start.
        pub startup: Group<Startup>,
        /// Taints that its pods put up with. A list given here replaces the chart's.
        pub tolerations: Setting<Vec<Toleration>>,
        /// How its pods are replaced.
        pub update_strategy: Group<UpdateStrategy>,
        /// Whether it waits until cloud-init is done.
        ///
        /// Chart default: `false`. Since 1.19.
        pub wait_for_cloud_init: Setting<bool>,
    }

    /// `nodeinit.prestop`: scripts around its stop.
    pub struct Prestop {
        /// Runs after it.
        ///
        /// Chart default: empty.
        pub post_script: Setting<String>,
        /// Runs before it.
        ///
        /// Chart default: empty.
        pub pre_script: Setting<String>,
    }

    /// `nodeinit.startup`: scripts around its start.
    pub struct Startup {
        /// Runs after it.
        ///
        /// Chart default: empty.
        pub post_script: Setting<String>,
        /// Runs before it.
        ///
        /// Chart default: empty.
        pub pre_script: Setting<String>,
    }
}

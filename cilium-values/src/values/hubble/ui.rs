//! `hubble.ui`: the web page of Hubble.

use crate::values::common::{
    Affinity, Any, EnvVar, Image, KeyPairOrSecret, NodeSelector, Open, PodDisruptionBudget,
    PodSecurityContext, Resources, SecurityContext, ServiceType, Texts, Toggle, Toleration,
    TopologySpreadConstraint, UpdateStrategy, VolumeMount,
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
        /// The half that asks the relay.
        pub backend: Group<Backend>,
        /// The path below which the page lies.
        ///
        /// Chart default: `/`.
        pub base_url: Setting<String>,
        /// Whether it is installed.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// The half that serves the page.
        pub frontend: Group<Frontend>,
        /// An Ingress for the page. Nobody asks for a password.
        pub ingress: Group<Ingress>,
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
        /// What its pods may do.
        pub security_context: Group<PodSecurityContext>,
        /// Its service.
        pub service: Group<Service>,
        /// Installing it without the rest.
        pub standalone: Group<Standalone>,
        /// Its certificates.
        pub tls: Group<Tls>,
        /// The volume for temporary files.
        ///
        /// Since 1.19.
        pub tmp_volume: Setting<Open>,
        /// Taints that its pods put up with. A list given here replaces the chart's.
        pub tolerations: Setting<Vec<Toleration>>,
        /// How evenly its pods are spread over places.
        pub topology_spread_constraints: Setting<Vec<TopologySpreadConstraint>>,
        /// How its pods are replaced.
        pub update_strategy: Group<UpdateStrategy>,
    }

    /// `hubble.ui.backend`: the half that asks the relay.
    pub struct Backend {
        /// Further variables in its environment.
        pub extra_env: Setting<Vec<EnvVar>>,
        /// Where its container sees further volumes.
        pub extra_volume_mounts: Setting<Vec<VolumeMount>>,
        /// Further volumes of its pods.
        pub extra_volumes: Setting<Vec<Any>>,
        /// The image.
        pub image: Group<Image>,
        /// Whether it is asked if it lives.
        ///
        /// Until 1.19.
        pub liveness_probe: Group<Toggle>,
        /// Whether it is asked if it is ready.
        ///
        /// Until 1.19.
        pub readiness_probe: Group<Toggle>,
        /// CPU and memory.
        pub resources: Group<Resources>,
        /// What its container may do.
        pub security_context: Group<SecurityContext>,
    }

    /// `hubble.ui.frontend`: the half that serves the page.
    pub struct Frontend {
        /// Further variables in its environment.
        pub extra_env: Setting<Vec<EnvVar>>,
        /// Where its container sees further volumes.
        pub extra_volume_mounts: Setting<Vec<VolumeMount>>,
        /// Further volumes of its pods.
        pub extra_volumes: Setting<Vec<Any>>,
        /// The image.
        pub image: Group<Image>,
        /// CPU and memory.
        pub resources: Group<Resources>,
        /// What its container may do.
        pub security_context: Group<SecurityContext>,
        /// Its server.
        pub server: Group<FrontendServer>,
    }

    /// `hubble.ui.ingress`: an Ingress for the page. Nobody asks for a password.
    pub struct Ingress {
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// Its class.
        ///
        /// Chart default: empty.
        pub class_name: Setting<String>,
        /// Whether it is on.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Its hosts.
        ///
        /// Chart default: `[chart-example.local]`.
        pub hosts: Setting<Vec<String>>,
        /// Labels on its objects.
        pub labels: Setting<Texts>,
        /// Its certificates.
        pub tls: Setting<Vec<Any>>,
    }

    /// `hubble.ui.service`: its service.
    pub struct Service {
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// Labels on its objects.
        ///
        /// Since 1.18.
        pub labels: Setting<Texts>,
        /// The port of nodes, with type `NodePort`.
        ///
        /// Chart default: `31235`.
        pub node_port: Setting<i64>,
        /// How it is reached.
        ///
        /// Chart default: `ClusterIP`.
        pub type_: Setting<ServiceType>,
    }

    /// `hubble.ui.standalone`: installing it without the rest.
    pub struct Standalone {
        /// Whether it is.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Its certificates.
        pub tls: Group<StandaloneTls>,
    }

    /// `hubble.ui.tls`: its certificates.
    pub struct Tls {
        /// With which it asks the relay.
        #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
        pub client: Group<KeyPairOrSecret>,
    }

    /// `hubble.ui.frontend.server`: its server.
    pub struct FrontendServer {
        /// Whether it listens on IPv6 too.
        pub ipv6: Group<Toggle>,
    }

    /// `hubble.ui.standalone.tls`: its certificates.
    pub struct StandaloneTls {
        /// The volume that holds them; needed where the relay serves with TLS.
        pub certs_volume: Setting<Open>,
    }
}

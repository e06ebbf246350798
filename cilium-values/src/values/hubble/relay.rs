//! `hubble.relay`: one service that asks the Hubbles of all nodes.

use manifest::Secret;

use crate::values::common::{
    Affinity, Any, EnvVar, Image, KeyPairOrSecret, Listener, NodeSelector, PodDisruptionBudget,
    PodSecurityContext, Pprof, Resources, SecurityContext, ServiceMonitor, ServiceType, Texts, Toleration,
    TopologySpreadConstraint, UpdateStrategy, VolumeMount,
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
        /// How long to wait for an agent. A Go duration.
        ///
        /// Chart default: none. Until 1.17.
        pub dial_timeout: Setting<String>,
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
        /// The address it listens on; empty for all.
        ///
        /// Chart default: empty.
        pub listen_host: Setting<String>,
        /// The port it listens on.
        ///
        /// Chart default: `4245`.
        pub listen_port: Setting<String>,
        /// How it logs.
        ///
        /// Since 1.18.
        pub log_options: Group<LogOptions>,
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
        /// Its metrics.
        pub prometheus: Group<Prometheus>,
        /// How many pods run.
        ///
        /// Chart default: `1`.
        pub replicas: Setting<i64>,
        /// CPU and memory.
        pub resources: Group<Resources>,
        /// How long to wait before an agent is tried again. A Go duration.
        ///
        /// Chart default: none.
        pub retry_timeout: Setting<String>,
        /// Whether a changed ConfigMap replaces its pods.
        ///
        /// Chart default: `false`.
        pub roll_out_pods: Setting<bool>,
        /// What its container may do.
        pub security_context: Group<SecurityContext>,
        /// Its service.
        pub service: Group<Service>,
        /// The port of its service; 80, or 443 with TLS, when absent.
        pub service_port: Setting<i64>,
        /// How long flows wait to be sorted. A Go duration.
        ///
        /// Chart default: none.
        pub sort_buffer_drain_timeout: Setting<String>,
        /// How many flows are sorted together.
        ///
        /// Chart default: none.
        pub sort_buffer_len_max: Setting<i64>,
        /// Seconds that its pods have to stop.
        ///
        /// Chart default: `1`.
        pub termination_grace_period_seconds: Setting<i64>,
        /// Its certificates.
        pub tls: Group<Tls>,
        /// Taints that its pods put up with. A list given here replaces the chart's.
        pub tolerations: Setting<Vec<Toleration>>,
        /// How evenly its pods are spread over places.
        pub topology_spread_constraints: Setting<Vec<TopologySpreadConstraint>>,
        /// How its pods are replaced.
        pub update_strategy: Group<UpdateStrategy>,
    }

    /// `hubble.relay.logOptions`: how it logs.
    pub struct LogOptions {
        /// The form of a line: `text`, `text-ts`, `json` or `json-ts`.
        ///
        /// Chart default: none. Since 1.18.
        pub format: Setting<String>,
        /// How much: `debug`, `info`, `warn` or `error`.
        ///
        /// Chart default: none. Since 1.18.
        pub level: Setting<String>,
    }

    /// `hubble.relay.prometheus`: its metrics.
    pub struct Prometheus {
        /// Whether it is on.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// The port they are served on.
        ///
        /// Chart default: `9966`.
        pub port: Setting<i64>,
        /// The `ServiceMonitor` for it.
        pub service_monitor: Group<ServiceMonitor>,
    }

    /// `hubble.relay.service`: its service.
    pub struct Service {
        /// The port of nodes, with type `NodePort`.
        ///
        /// Chart default: `31234`.
        pub node_port: Setting<i64>,
        /// How it is reached.
        ///
        /// Chart default: `ClusterIP`.
        pub type_: Setting<ServiceType>,
    }

    /// `hubble.relay.tls`: its certificates.
    pub struct Tls {
        /// With which it asks agents.
        #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
        pub client: Group<KeyPairOrSecret>,
        /// With which it serves.
        pub server: Group<TlsServer>,
    }

    /// `hubble.relay.tls.server`: with which it serves.
    pub struct TlsServer {
        /// The certificate, PEM in base64.
        ///
        /// Chart default: empty.
        pub cert: Setting<String>,
        /// Whether it serves with TLS.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// A Secret that holds both.
        ///
        /// Chart default: empty.
        pub existing_secret: Setting<String>,
        /// Further names in a generated certificate.
        pub extra_dns_names: Setting<Vec<String>>,
        /// Further addresses in a generated certificate.
        pub extra_ip_addresses: Setting<Vec<String>>,
        /// The private key, PEM in base64.
        ///
        /// Chart default: empty.
        #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
        pub key: Setting<Secret>,
        /// Whether clients must show a certificate.
        ///
        /// Chart default: `false`.
        pub mtls: Setting<bool>,
        /// The name in its certificate.
        ///
        /// Chart default: `ui.hubble-relay.cilium.io`.
        pub relay_name: Setting<String>,
    }
}

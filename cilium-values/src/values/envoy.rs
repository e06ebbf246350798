//! `envoy`: the proxy for HTTP, DNS, Ingress and gateways.

use crate::values::common::{
    Affinity, Any, DnsPolicy, EnvVar, HostPathMount, Image, Listener, NodeSelector, Nothing, Open,
    PodSecurityContext, Resources, SeLinuxOptions, ServiceMonitor, Texts, Toggle, Toleration, UpdateStrategy,
    VolumeMount,
};
use crate::values::shape::{shapes, words};
use crate::values::{Group, Setting};

shapes! {
    /// `envoy`: the proxy for HTTP, DNS, Ingress and gateways.
    pub struct Envoy {
        /// Which nodes attract or repel its pods.
        pub affinity: Group<Affinity>,
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// A number that keeps several on one host apart: 0 to 4294967295.
        ///
        /// Chart default: `0`.
        #[serde(rename = "baseID")]
        pub base_id: Setting<i64>,
        /// A ConfigMap with a first configuration of one's own.
        ///
        /// Chart default: none. Since 1.17.
        pub bootstrap_config_map: Setting<String>,
        /// The most connections to one backend.
        ///
        /// Chart default: `1024`. Since 1.19.
        pub cluster_max_connections: Setting<i64>,
        /// The most requests that wait for one backend.
        ///
        /// Chart default: `1024`. Since 1.20.
        pub cluster_max_pending_requests: Setting<i64>,
        /// The most requests to one backend.
        ///
        /// Chart default: `1024`. Since 1.19.
        pub cluster_max_requests: Setting<i64>,
        /// Seconds to wait for a connection.
        ///
        /// Chart default: `2`.
        pub connect_timeout_seconds: Setting<i64>,
        /// For whoever looks into it.
        pub debug: Group<Debug>,
        /// Which resolver its pods ask.
        ///
        /// Chart default: none.
        pub dns_policy: Setting<DnsPolicy>,
        /// Whether it runs in pods of its own. None: yes for new clusters.
        ///
        /// Chart default: none.
        pub enabled: Setting<bool>,
        /// Further arguments on its command line.
        pub extra_args: Setting<Vec<String>>,
        /// Further containers in its pods.
        pub extra_containers: Setting<Vec<Any>>,
        /// Further variables in its environment.
        pub extra_env: Setting<Vec<EnvVar>>,
        /// Directories of the host that its container sees.
        pub extra_host_path_mounts: Setting<Vec<HostPathMount>>,
        /// Where its container sees further volumes.
        pub extra_volume_mounts: Setting<Vec<VolumeMount>>,
        /// Further volumes of its pods.
        pub extra_volumes: Setting<Vec<Any>>,
        /// The port on which it says that it is alive.
        ///
        /// Chart default: `9878`.
        pub health_port: Setting<i64>,
        /// How often a failed request is tried again.
        ///
        /// Chart default: `3`. Since 1.17.
        pub http_retry_count: Setting<i64>,
        /// Seconds that an upstream connection lingers after its request. The chart's schema lets no number
        /// through.
        ///
        /// Chart default: none. Since 1.18.
        pub http_upstream_linger_timeout: Setting<Nothing>,
        /// Seconds after which a silent connection ends.
        ///
        /// Chart default: `60`.
        pub idle_timeout_duration_seconds: Setting<i64>,
        /// The image.
        pub image: Group<Image>,
        /// Further containers that run before the others.
        ///
        /// Since 1.19.
        pub init_containers: Setting<Vec<Any>>,
        /// Seconds to wait for a first configuration.
        ///
        /// Chart default: `30`.
        pub initial_fetch_timeout_seconds: Setting<i64>,
        /// When its container is restarted.
        pub liveness_probe: Group<LivenessProbe>,
        /// What it logs.
        pub log: Group<Log>,
        /// How many requests may be tried again at once.
        ///
        /// Chart default: `128`. Since 1.17.
        pub max_concurrent_retries: Setting<i64>,
        /// Seconds after which any connection ends; 0 for never.
        ///
        /// Chart default: `0`.
        pub max_connection_duration_seconds: Setting<i64>,
        /// The most connections of clients.
        ///
        /// Chart default: `50000`. Since 1.19.
        pub max_global_downstream_connections: Setting<i64>,
        /// Requests after which a connection ends; 0 for never.
        ///
        /// Chart default: `0`.
        pub max_requests_per_connection: Setting<i64>,
        /// Seconds for which a new pod must be ready before the next one is replaced.
        ///
        /// Chart default: `0`. Since 1.20.
        pub min_ready_seconds: Setting<i64>,
        /// Telling it where its node is.
        ///
        /// Since 1.20.
        pub node_locality: Group<Toggle>,
        /// Labels that a node must have to run its pods.
        pub node_selector: Setting<NodeSelector>,
        /// Annotations on its pods.
        pub pod_annotations: Setting<Texts>,
        /// Labels on its pods.
        pub pod_labels: Setting<Texts>,
        /// What its pods may do.
        pub pod_security_context: Group<PodSecurityContext>,
        /// How long endpoints wait for it after a start. A Go duration.
        ///
        /// Chart default: none. Since a late 1.17.
        pub policy_restore_timeout_duration: Setting<String>,
        /// The priority class of its pods.
        ///
        /// Chart default: none.
        pub priority_class_name: Setting<String>,
        /// Its metrics.
        pub prometheus: Group<Prometheus>,
        /// When its container counts as ready.
        pub readiness_probe: Group<ReadinessProbe>,
        /// CPU and memory.
        pub resources: Group<Resources>,
        /// Whether a changed ConfigMap replaces its pods.
        ///
        /// Chart default: `false`.
        pub roll_out_pods: Setting<bool>,
        /// What its container may do.
        pub security_context: Group<SecurityContext>,
        /// When its container counts as started.
        pub startup_probe: Group<StartupProbe>,
        /// Seconds after which a silent stream ends.
        ///
        /// Chart default: `300`. Since 1.18.
        pub stream_idle_timeout_duration_seconds: Setting<i64>,
        /// Seconds that its pods have to stop.
        ///
        /// Chart default: `1`.
        pub termination_grace_period_seconds: Setting<i64>,
        /// Taints that its pods put up with. A list given here replaces the chart's.
        pub tolerations: Setting<Vec<Toleration>>,
        /// How its pods are replaced.
        pub update_strategy: Group<UpdateStrategy>,
        /// Whether backends see the client's address.
        ///
        /// Chart default: `true`. Since 1.19.
        pub use_original_source_address: Setting<bool>,
        /// How it gets its configuration. None: `ads` for new clusters.
        ///
        /// Chart default: none. Since 1.20.
        pub xds_mode: Setting<XdsMode>,
        /// How many proxies before it are believed, for what leaves.
        ///
        /// Chart default: `0`.
        pub xff_num_trusted_hops_l7_policy_egress: Setting<i64>,
        /// How many proxies before it are believed, for what arrives.
        ///
        /// Chart default: `0`.
        pub xff_num_trusted_hops_l7_policy_ingress: Setting<i64>,
    }

    /// `envoy.debug`: for whoever looks into it.
    pub struct Debug {
        /// Its pages for administration, on the node's loopback address.
        pub admin: Group<Listener>,
    }

    /// `envoy.livenessProbe`: when its container is restarted.
    pub struct LivenessProbe {
        /// Whether it is asked at all.
        ///
        /// Chart default: `true`. Since 1.18.
        pub enabled: Setting<bool>,
        /// After how many bad answers in a row it has failed.
        ///
        /// Chart default: `10`.
        pub failure_threshold: Setting<i64>,
        /// Seconds from its start to the first question.
        ///
        /// Chart default: `0`. Since 1.20.
        pub initial_delay_seconds: Setting<i64>,
        /// Seconds between two questions.
        ///
        /// Chart default: `30`.
        pub period_seconds: Setting<i64>,
        /// Seconds to wait for an answer.
        ///
        /// Chart default: `5`. Since 1.20.
        pub timeout_seconds: Setting<i64>,
    }

    /// `envoy.log`: what it logs.
    pub struct Log {
        /// Bytes of the buffer for the log of requests.
        ///
        /// Chart default: `4096`.
        pub access_log_buffer_size: Setting<i64>,
        /// Whether requests are logged.
        ///
        /// Chart default: `true`. Since 1.20.
        pub access_log_enabled: Setting<bool>,
        /// How much it logs.
        ///
        /// Chart default: none. Since 1.17.
        pub default_level: Setting<LogLevel>,
        /// The form of a line.
        ///
        /// Chart default: `[%Y-%m-%d %T.%e][%t][%l][%n] [%g:%#] %v`.
        pub format: Setting<String>,
        /// The form of a line as JSON, instead.
        ///
        /// Chart default: none. Since 1.17.
        #[serde(rename = "format_json")]
        pub format_json: Setting<Open>,
        /// The file; empty for the standard output.
        ///
        /// Chart default: empty.
        pub path: Setting<String>,
    }

    /// `envoy.prometheus`: its metrics.
    pub struct Prometheus {
        /// Whether it is on.
        ///
        /// Chart default: `true`.
        pub enabled: Setting<bool>,
        /// The port they are served on.
        ///
        /// Chart default: `9964`.
        pub port: Setting<String>,
        /// The `ServiceMonitor` for it.
        pub service_monitor: Group<ServiceMonitor>,
    }

    /// `envoy.readinessProbe`: when its container counts as ready.
    pub struct ReadinessProbe {
        /// After how many bad answers in a row it has failed.
        ///
        /// Chart default: `3`.
        pub failure_threshold: Setting<i64>,
        /// Seconds from its start to the first question.
        ///
        /// Chart default: `0`. Since 1.20.
        pub initial_delay_seconds: Setting<i64>,
        /// Seconds between two questions.
        ///
        /// Chart default: `30`.
        pub period_seconds: Setting<i64>,
        /// Seconds to wait for an answer.
        ///
        /// Chart default: `5`. Since 1.20.
        pub timeout_seconds: Setting<i64>,
    }

    /// `envoy.securityContext`: what its container may do.
    pub struct SecurityContext {
        /// Its Linux capabilities.
        pub capabilities: Group<SecurityContextCapabilities>,
        /// Whether it has all rights on the host.
        ///
        /// Chart default: `false`.
        pub privileged: Setting<bool>,
        /// Its SELinux labels.
        pub se_linux_options: Group<SeLinuxOptions>,
    }

    /// `envoy.startupProbe`: when its container counts as started.
    pub struct StartupProbe {
        /// Whether it is asked at all.
        ///
        /// Chart default: `true`. Since 1.18.
        pub enabled: Setting<bool>,
        /// After how many bad answers in a row it has failed.
        ///
        /// Chart default: `105`.
        pub failure_threshold: Setting<i64>,
        /// Seconds from its start to the first question.
        ///
        /// Chart default: `5`. Since 1.20.
        pub initial_delay_seconds: Setting<i64>,
        /// Seconds between two questions.
        ///
        /// Chart default: `2`.
        pub period_seconds: Setting<i64>,
        /// Seconds to wait for an answer.
        ///
        /// Chart default: `5`. Since 1.20.
        pub timeout_seconds: Setting<i64>,
    }

    /// `envoy.securityContext.capabilities`: its Linux capabilities.
    pub struct SecurityContextCapabilities {
        /// The list: `NET_ADMIN` and `SYS_ADMIN` or `BPF`, and `NET_BIND_SERVICE` for ports below 1024.
        ///
        /// Chart default: `[NET_ADMIN, SYS_ADMIN]`.
        pub envoy: Setting<Vec<String>>,
        /// Whether it keeps `NET_BIND_SERVICE`.
        ///
        /// Chart default: `false`.
        pub keep_cap_net_bind_service: Setting<bool>,
    }
}

words! {
    /// How much Envoy logs.
    pub enum LogLevel {
        /// Everything.
        Trace = "trace",
        /// What helps to find faults.
        Debug = "debug",
        /// What happens.
        Info = "info",
        /// What may go wrong.
        Warning = "warning",
        /// What went wrong.
        Error = "error",
        /// What ends it.
        Critical = "critical",
        /// Nothing.
        Off = "off",
    }
}

words! {
    /// How Envoy gets its configuration.
    pub enum XdsMode {
        /// One stream per kind.
        Split = "split",
        /// One stream for all.
        Ads = "ads",
        /// One stream for all, and nothing else accepted.
        StrictAds = "strict-ads",
    }
}

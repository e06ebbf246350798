//! `operator`: the cluster-wide half of Cilium.

use crate::values::common::{
    Affinity, Any, Dashboards, DnsPolicy, EnvVar, HostPathMount, NodeSelector, OperatorImage,
    PodDisruptionBudget, PodSecurityContext, Pprof, Resources, SecurityContext, Texts, Toggle, Toleration,
    TopologySpreadConstraint, UpdateStrategy, VolumeMount,
};
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `operator`: the cluster-wide half of Cilium.
    pub struct Operator {
        /// Which nodes attract or repel its pods.
        pub affinity: Group<Affinity>,
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// Its Grafana dashboards.
        pub dashboards: Group<Dashboards>,
        /// Which resolver its pods ask.
        ///
        /// Chart default: empty.
        pub dns_policy: Setting<DnsPolicy>,
        /// Whether it is installed. Cilium does not work without.
        ///
        /// Chart default: `true`.
        pub enabled: Setting<bool>,
        /// How often left-over endpoints are removed. A Go duration.
        ///
        /// Chart default: `5m0s`.
        #[serde(rename = "endpointGCInterval")]
        pub endpoint_gc_interval: Setting<String>,
        /// Further arguments on its command line.
        pub extra_args: Setting<Vec<String>>,
        /// Further variables in its environment.
        pub extra_env: Setting<Vec<EnvVar>>,
        /// Directories of the host that its container sees.
        pub extra_host_path_mounts: Setting<Vec<HostPathMount>>,
        /// Where its container sees further volumes.
        pub extra_volume_mounts: Setting<Vec<VolumeMount>>,
        /// Further volumes of its pods.
        pub extra_volumes: Setting<Vec<Any>>,
        /// Whether its pods use the host's network. They then claim its ports.
        ///
        /// Chart default: `true`.
        pub host_network: Setting<bool>,
        /// Whether its pods share the users of the host.
        ///
        /// Chart default: `true`. Since 1.20.
        pub host_users: Setting<bool>,
        /// How often unused identities are removed. A Go duration.
        ///
        /// Chart default: `15m0s`.
        #[serde(rename = "identityGCInterval")]
        pub identity_gc_interval: Setting<String>,
        /// How long an identity lives without a sign. A Go duration.
        ///
        /// Chart default: `30m0s`.
        pub identity_heartbeat_timeout: Setting<String>,
        /// The image, one per cloud.
        pub image: Group<OperatorImage>,
        /// How often left-over `CiliumNode` objects are removed. A Go duration.
        ///
        /// Chart default: `5m0s`.
        #[serde(rename = "nodeGCInterval")]
        pub node_gc_interval: Setting<String>,
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
        /// Whether it takes the taint off nodes whose agent is ready.
        ///
        /// Chart default: `true`.
        pub remove_node_taints: Setting<bool>,
        /// How many pods run, one leading. No two fit on one node: more than nodes stay pending.
        ///
        /// Chart default: `2`.
        pub replicas: Setting<i64>,
        /// CPU and memory.
        pub resources: Group<Resources>,
        /// Whether a changed ConfigMap replaces its pods.
        ///
        /// Chart default: `false`.
        pub roll_out_pods: Setting<bool>,
        /// What its container may do.
        pub security_context: Group<SecurityContext>,
        /// Whether it sets the condition `NetworkUnavailable` of nodes.
        ///
        /// Chart default: `true`.
        pub set_node_network_status: Setting<bool>,
        /// Whether it taints nodes whose agent is not ready. Needs `removeNodeTaints`.
        ///
        /// Chart default: none.
        pub set_node_taints: Setting<bool>,
        /// Whether it does not make the custom resource definitions; somebody else must have made them.
        ///
        /// Chart default: `false`.
        #[serde(rename = "skipCRDCreation")]
        pub skip_crd_creation: Setting<bool>,
        /// Taints that its pods put up with. A list given here replaces the chart's.
        pub tolerations: Setting<Vec<Toleration>>,
        /// How evenly its pods are spread over places.
        pub topology_spread_constraints: Setting<Vec<TopologySpreadConstraint>>,
        /// The watch for pods that run without Cilium.
        pub unmanaged_pod_watcher: Group<UnmanagedPodWatcher>,
        /// How its pods are replaced.
        pub update_strategy: Group<UpdateStrategy>,
    }

    /// `operator.prometheus`: its metrics.
    pub struct Prometheus {
        /// Whether it is on.
        ///
        /// Chart default: `true`.
        pub enabled: Setting<bool>,
        /// Whether a service for them is made also without a `ServiceMonitor`.
        ///
        /// Chart default: `false`. Since 1.17.
        pub metrics_service: Setting<bool>,
        /// The port they are served on.
        ///
        /// Chart default: `9963`.
        pub port: Setting<i64>,
        /// The `ServiceMonitor` for them.
        pub service_monitor: Group<OperatorServiceMonitor>,
        /// TLS for them.
        ///
        /// Since 1.19.
        pub tls: Group<PrometheusTls>,
    }

    /// `operator.unmanagedPodWatcher`: the watch for pods that run without Cilium.
    pub struct UnmanagedPodWatcher {
        /// Seconds between two looks.
        ///
        /// Chart default: `15`.
        pub interval_seconds: Setting<i64>,
        /// Whether such pods of the cluster's DNS are restarted. Off while another network plugin is being
        /// replaced.
        ///
        /// Chart default: `true`.
        pub restart: Setting<bool>,
        /// The pods that are watched.
        ///
        /// Chart default: none. Since 1.19.
        pub selector: Setting<String>,
    }

    /// `operator.prometheus.serviceMonitor`: the `ServiceMonitor` for them.
    pub struct OperatorServiceMonitor {
        /// Annotations on it.
        pub annotations: Setting<Texts>,
        /// Whether there is one. The chart refuses where the cluster does not know the kind, unless
        /// `prometheus.serviceMonitor.trustCRDsExist` is on.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Time between two scrapes.
        ///
        /// Chart default: `10s`.
        pub interval: Setting<String>,
        /// The label of the service whose value names the job.
        ///
        /// Chart default: empty.
        pub job_label: Setting<String>,
        /// Labels on it; Prometheus selects monitors by them.
        pub labels: Setting<Texts>,
        /// Changes to the labels of samples after they were scraped.
        ///
        /// Chart default: none.
        pub metric_relabelings: Setting<Vec<Any>>,
        /// Its namespace, if not that of the release.
        pub namespace: Setting<String>,
        /// Changes to the labels of targets before they are scraped.
        ///
        /// Chart default: none.
        pub relabelings: Setting<Vec<Any>>,
        /// Time to wait for a scrape; not longer than the interval.
        ///
        /// Chart default: none. Since 1.18.
        pub scrape_timeout: Setting<String>,
    }

    /// `operator.prometheus.tls`: TLS for them.
    pub struct PrometheusTls {
        /// Whether it is on.
        ///
        /// Chart default: `false`. Since 1.19.
        pub enabled: Setting<bool>,
        /// The serving side.
        ///
        /// Since 1.19.
        pub server: Group<PrometheusTlsServer>,
    }

    /// `operator.prometheus.tls.server`: the serving side.
    pub struct PrometheusTlsServer {
        /// The Secret with certificate and key.
        ///
        /// Chart default: empty. Since 1.19.
        pub existing_secret: Setting<String>,
        /// Whether clients must show a certificate.
        ///
        /// Since 1.19.
        pub mtls: Group<Toggle>,
    }
}

//! The value tree itself: one field per key at the top of a `values.yaml`.

use super::bpf::Bpf;
use super::cgroup::Cgroup;
use super::hubble::Hubble;
use super::ipam::Ipam;
use super::k8s_client_rate_limit::K8sClientRateLimit;
use super::l2announcements::L2announcements;
use super::nodeinit::Nodeinit;
use super::operator::Operator;
use super::security_context::SecurityContext;
use crate::values::common::{
    Affinity, Any, BoolOrText, Dashboards, DnsPolicy, EnvVar, HostPathMount, Image, IntOrText, NodeSelector,
    PodSecurityContext, Pprof, Probe, Resources, TextOrList, Texts, Toggle, Toleration, UpdateStrategy,
    VolumeMount,
};
use crate::values::shape::{shapes, words};
use crate::values::{Group, Setting};

shapes! {
    /// All values of the chart: what a `values.yaml` for Cilium can hold, in every covered version.
    ///
    /// A fresh one says nothing, so everything is as the chart has it. See [`effective`](Self::effective) for the
    /// chart's values in one version with these laid over them.
    pub struct Values {
        /// Which nodes attract or repel its pods.
        pub affinity: Group<Affinity>,
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// Maps, hooks and routes of the eBPF datapath.
        pub bpf: Group<Bpf>,
        /// Where the control group hierarchy is mounted.
        pub cgroup: Group<Cgroup>,
        /// Its Grafana dashboards.
        pub dashboards: Group<Dashboards>,
        /// The network devices that Cilium attaches to: names, prefixes (`enp+`), and exclusions (`!name`,
        /// since 1.19); the first match counts. Empty: detected. A list turns detection off, so one of
        /// exclusions alone selects nothing without `forceDeviceDetection`.
        pub devices: Setting<TextOrList>,
        /// Which resolver its pods ask.
        ///
        /// Chart default: empty.
        pub dns_policy: Setting<DnsPolicy>,
        /// Services at `spec.externalIPs`. Implied by `kubeProxyReplacement`.
        ///
        /// Until 1.17.0.
        #[serde(rename = "externalIPs")]
        pub external_ips: Group<Toggle>,
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
        /// A view of all flows.
        pub hubble: Group<Hubble>,
        /// The image.
        pub image: Group<Image>,
        /// Where pods get addresses from.
        pub ipam: Group<Ipam>,
        /// The network in which pods are routed without masquerading; should hold all pod addresses. Needed
        /// with native routing, unless masquerading is off or done by the ip-masq-agent.
        ///
        /// Chart default: empty.
        #[serde(rename = "ipv4NativeRoutingCIDR")]
        pub ipv4_native_routing_cidr: Setting<String>,
        /// How often Cilium may ask the API server.
        pub k8s_client_rate_limit: Group<K8sClientRateLimit>,
        /// The host of the API server: a name or an address, without scheme and port. On Talos with
        /// KubePrism `localhost`. Empty: the `kubernetes` service, which needs kube-proxy.
        ///
        /// Chart default: empty.
        pub k8s_service_host: Setting<String>,
        /// The port of the API server at `k8sServiceHost`. On Talos with KubePrism `7445`.
        ///
        /// Chart default: empty.
        pub k8s_service_port: Setting<IntOrText>,
        /// Whether Cilium serves services itself, so that no kube-proxy is needed. Any other text than
        /// `true` and `false` makes the chart refuse. With it on, there is no kube-proxy that could bring
        /// the agent to the API server: set `k8sServiceHost` and `k8sServicePort`.
        pub kube_proxy_replacement: Setting<BoolOrText>,
        /// Answering ARP and neighbour discovery for addresses of services. Needs `kubeProxyReplacement`.
        pub l2announcements: Group<L2announcements>,
        /// Labels on its objects.
        pub labels: Setting<Texts>,
        /// When its container is restarted.
        pub liveness_probe: Group<Probe>,
        /// Seconds for which a new pod must be ready before the next one is replaced.
        ///
        /// Chart default: `0`. Since 1.20.
        pub min_ready_seconds: Setting<i64>,
        /// Labels that a node must have to run its pods.
        pub node_selector: Setting<NodeSelector>,
        /// A DaemonSet that prepares nodes of some clouds. Must stay off on Talos.
        pub nodeinit: Group<Nodeinit>,
        /// The cluster-wide half of Cilium.
        pub operator: Group<Operator>,
        /// Annotations on its pods.
        pub pod_annotations: Setting<Texts>,
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
        /// When its container counts as ready.
        pub readiness_probe: Group<Probe>,
        /// CPU and memory.
        pub resources: Group<Resources>,
        /// How packets get to pods of other nodes. Empty: `tunnel`.
        ///
        /// Chart default: empty.
        pub routing_mode: Setting<RoutingMode>,
        /// What the agent and its init containers may do.
        pub security_context: Group<SecurityContext>,
        /// When its container counts as started.
        pub startup_probe: Group<Probe>,
        /// Seconds that its pods have to stop.
        ///
        /// Chart default: `1`.
        pub termination_grace_period_seconds: Setting<i64>,
        /// Taints that its pods put up with. A list given here replaces the chart's.
        pub tolerations: Setting<Vec<Toleration>>,
        /// How its pods are replaced.
        pub update_strategy: Group<UpdateStrategy>,
    }
}

words! {
    /// How packets get to pods of other nodes.
    pub enum RoutingMode {
        /// The chart's default, which is the tunnel.
        Unset = "",
        /// Wrapped in VXLAN or Geneve.
        Tunnel = "tunnel",
        /// As they are: the network between the nodes must know the way to pods.
        Native = "native",
        /// As they are within a subnet, wrapped between subnets. Since 1.20.
        Hybrid = "hybrid",
    }
}

//! The value tree itself: one field per key at the top of a `values.yaml`, in the order of their names.
//!
//! It is long because the chart's top is flat: some 175 keys, a third of them single values that belong to no group. What
//! is below a key is declared in the file of that key. Parts of one struct in several files would need `serde(flatten)`,
//! which loses the places of errors and the names to suggest for a misspelt key.

use super::alibabacloud::Alibabacloud;
use super::authentication::Authentication;
use super::azure::Azure;
use super::bandwidth_manager::BandwidthManager;
use super::bgp::Bgp;
use super::bgp_control_plane::BgpControlPlane;
use super::bpf::Bpf;
use super::certgen::Certgen;
use super::cgroup::Cgroup;
use super::cilium_endpoint_slice::CiliumEndpointSlice;
use super::cluster::Cluster;
use super::clustermesh::Clustermesh;
use super::cni::Cni;
use super::config_drift_detection::ConfigDriftDetection;
use super::container_runtime::ContainerRuntime;
use super::daemon::Daemon;
use super::datapath_plugins::DatapathPlugins;
use super::debug::Debug;
use super::dns_proxy::DnsProxy;
use super::egress_gateway::EgressGateway;
use super::encryption::Encryption;
use super::endpoint_routes::EndpointRoutes;
use super::eni::Eni;
use super::envoy::Envoy;
use super::envoy_config::EnvoyConfig;
use super::etcd::Etcd;
use super::gateway_api::GatewayApi;
use super::gke::Gke;
use super::hubble::Hubble;
use super::identity::{IdentityAllocationMode, IdentityManagementMode};
use super::ingress_controller::IngressController;
use super::ip_masq_agent::IpMasqAgent;
use super::ipam::Ipam;
use super::k8s::K8s;
use super::k8s_client_exponential_backoff::K8sClientExponentialBackoff;
use super::k8s_client_rate_limit::K8sClientRateLimit;
use super::k8s_service_host_ref::K8sServiceHostRef;
use super::l2_neigh_discovery::L2NeighDiscovery;
use super::l2announcements::L2announcements;
use super::l2pod_announcements::L2podAnnouncements;
use super::liveness_probe::LivenessProbe;
use super::load_balancer::LoadBalancer;
use super::local_redirect_policies::LocalRedirectPolicies;
use super::maglev::Maglev;
use super::monitor::Monitor;
use super::nat::Nat;
use super::node_port::NodePort;
use super::nodeinit::Nodeinit;
use super::operator::Operator;
use super::pmtu_discovery::PmtuDiscovery;
use super::policy::{PolicyDenyResponse, PolicyEnforcementMode};
use super::preflight::Preflight;
use super::prometheus::Prometheus;
use super::proxy::Proxy;
use super::rbac::Rbac;
use super::resource_quotas::ResourceQuotas;
use super::routing::{RoutingMode, TunnelProtocol, UnderlayProtocol};
use super::scheduling::Scheduling;
use super::security_context::SecurityContext;
use super::service::{NoBackendResponse, ServiceIpam};
use super::service_accounts::ServiceAccounts;
use super::socket_lb::SocketLb;
use super::standalone_dns_proxy::StandaloneDnsProxy;
use super::tls::Tls;
use super::vtep::Vtep;
use crate::values::common::{
    Affinity, Any, BoolOrText, Dashboards, DnsPolicy, EnvVar, HostPathMount, Image, IntOrText, NodeSelector,
    Nothing, Open, PodSecurityContext, Pprof, Probe, Resources, SecretName, TextOrList, Texts, Toggle,
    Toleration, UpdateStrategy, VolumeMount,
};
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// All values of the chart: what a `values.yaml` for Cilium can hold, in every covered version.
    ///
    /// A fresh one says nothing, so everything is as the chart has it. See [`effective`](Self::effective) for the
    /// chart's values in one version with these laid over them.
    pub struct Values {
        /// Which nodes attract or repel agents.
        pub affinity: Group<Affinity>,
        /// Whether the agent is installed.
        ///
        /// Chart default: `true`.
        pub agent: Setting<bool>,
        /// The taint that nodes bear until their agent is ready.
        ///
        /// Chart default: `node.cilium.io/agent-not-ready`.
        pub agent_not_ready_taint_key: Setting<String>,
        /// Azure's Kubernetes service with a network plugin of one's own. Only with tunnels.
        pub aksbyocni: Group<Toggle>,
        /// Alibaba Cloud's network interfaces.
        pub alibabacloud: Group<Alibabacloud>,
        /// Whether agents note their addresses on the node object.
        ///
        /// Chart default: `false`.
        pub annotate_k8s_node: Setting<bool>,
        /// Annotations on all objects of the chart.
        pub annotations: Setting<Texts>,
        /// Limits for calls to the agent's own API.
        ///
        /// Chart default: none.
        pub api_rate_limit: Setting<String>,
        /// Proving who pods are.
        pub authentication: Group<Authentication>,
        /// Whether each node gets routes to the pods of all nodes on its own network segment. Only with
        /// native routing.
        ///
        /// Chart default: `false`.
        pub auto_direct_node_routes: Setting<BoolOrText>,
        /// Azure's network interfaces.
        pub azure: Group<Azure>,
        /// Limits of bandwidth by annotations on pods.
        pub bandwidth_manager: Group<BandwidthManager>,
        /// The first BGP speaker, after `MetalLB`.
        ///
        /// Until 1.16.
        pub bgp: Group<Bgp>,
        /// The BGP speaker that is configured by custom resources.
        pub bgp_control_plane: Group<BgpControlPlane>,
        /// Maps, hooks and routes of the eBPF datapath.
        pub bpf: Group<Bpf>,
        /// Whether to probe for a faster clock in the kernel.
        ///
        /// Chart default: `false`.
        pub bpf_clock_probe: Setting<bool>,
        /// The job that makes certificates with method `cronJob`.
        pub certgen: Group<Certgen>,
        /// Where the control group hierarchy is mounted.
        pub cgroup: Group<Cgroup>,
        /// Endpoints in slices: fewer objects for the API server. Not with the egress gateway.
        pub cilium_endpoint_slice: Group<CiliumEndpointSlice>,
        /// Whether every start of an agent removes all eBPF state. Breaks connections; for emergencies.
        ///
        /// Chart default: `false`.
        pub clean_bpf_state: Setting<bool>,
        /// Whether every start of an agent removes all state. Breaks everything on the node; for
        /// emergencies.
        ///
        /// Chart default: `false`.
        pub clean_state: Setting<bool>,
        /// The name and number of the cluster among others.
        pub cluster: Group<Cluster>,
        /// The port for health between nodes; 4240 when absent.
        pub cluster_health_port: Setting<i64>,
        /// Several clusters as one.
        pub clustermesh: Group<Clustermesh>,
        /// The CNI plugin and its configuration on nodes.
        pub cni: Group<Cni>,
        /// Labels on all objects of the chart.
        ///
        /// Since 1.17.
        pub common_labels: Setting<Texts>,
        /// Noticing that an agent runs with another configuration than the ConfigMap.
        ///
        /// Since 1.18.
        pub config_drift_detection: Group<ConfigDriftDetection>,
        /// How health checks weigh speed against load: 0 for slow, 1 for fast.
        ///
        /// Chart default: none. Since 1.18.
        pub connectivity_probe_frequency_ratio: Setting<f64>,
        /// How often connections are cleaned up; 0s for by need. A Go duration.
        ///
        /// Chart default: empty.
        #[serde(rename = "conntrackGCInterval")]
        pub conntrack_gc_interval: Setting<String>,
        /// The longest time between two clean-ups by need. A Go duration.
        ///
        /// Chart default: empty.
        #[serde(rename = "conntrackGCMaxInterval")]
        pub conntrack_gc_max_interval: Setting<String>,
        /// How the container runtime was told about Cilium, of which nothing is left.
        pub container_runtime: Group<ContainerRuntime>,
        /// How long an agent waits for custom resource definitions. A Go duration.
        ///
        /// Chart default: empty.
        pub crd_wait_timeout: Setting<String>,
        /// Calls of one's own eBPF programs.
        ///
        /// Until 1.18.
        pub custom_calls: Group<Toggle>,
        /// Where the agent's settings come from.
        pub daemon: Group<Daemon>,
        /// Grafana dashboards of the agent.
        pub dashboards: Group<Dashboards>,
        /// Plugins in the eBPF datapath. Unstable.
        ///
        /// Since 1.20.
        pub datapath_plugins: Group<DatapathPlugins>,
        /// Debug logs.
        pub debug: Group<Debug>,
        /// Who gives addresses to services of type `LoadBalancer` without a class.
        ///
        /// Chart default: `lbipam`. Since 1.17.
        #[serde(rename = "defaultLBServiceIPAM")]
        pub default_lb_service_ipam: Setting<ServiceIpam>,
        /// The network devices that Cilium attaches to: names, prefixes (`enp+`), and exclusions (`!name`,
        /// since 1.19); the first match counts. Empty: detected. A list turns detection off, so one of
        /// exclusions alone selects nothing without `forceDeviceDetection`.
        pub devices: Setting<TextOrList>,
        /// Whether nodes of other segments are left out of `autoDirectNodeRoutes`, which must be on.
        ///
        /// Chart default: `false`.
        pub direct_routing_skip_unreachable: Setting<bool>,
        /// Whether endpoints are no objects of the API. Needs a key-value store.
        ///
        /// Chart default: `false`.
        #[serde(rename = "disableEndpointCRD")]
        pub disable_endpoint_crd: Setting<bool>,
        /// Whether the agent accepts an Envoy of another version.
        pub disable_envoy_version_check: Setting<bool>,
        /// iptables chains that are not fed into Cilium's.
        pub disable_iptables_feeder_rules: Setting<Vec<String>>,
        /// Which resolver agents ask.
        ///
        /// Chart default: empty.
        pub dns_policy: Setting<DnsPolicy>,
        /// Whether rules for DNS go when the agent stops.
        pub dns_policy_unload_on_shutdown: Setting<bool>,
        /// The proxy between pods and DNS that policies for names need.
        pub dns_proxy: Group<DnsProxy>,
        /// Leaving the cluster through chosen nodes. Needs masquerading in eBPF.
        pub egress_gateway: Group<EgressGateway>,
        /// Devices behind which addresses are masqueraded, with blanks. Not with `bpf.masquerade`.
        pub egress_masquerade_interfaces: Setting<String>,
        /// Renamed to `ciliumEndpointSlice.enabled`; the chart refuses it from 1.18 on.
        ///
        /// Chart default: `false`. Until 1.17.
        pub enable_cilium_endpoint_slice: Setting<bool>,
        /// Removed in 1.15; the chart refuses it.
        pub enable_cnp_status_updates: Setting<bool>,
        /// Whether agents and operator get Kubernetes' own priority classes.
        ///
        /// Chart default: `true`.
        pub enable_critical_priority_class: Setting<bool>,
        /// Whether identities travel in packet marks.
        pub enable_identity_mark: Setting<bool>,
        /// Whether `internalTrafficPolicy` of services counts. Deprecated.
        ///
        /// Chart default: `true`. Since 1.17.
        pub enable_internal_traffic_policy: Setting<bool>,
        /// Whether IPv4 packets within the host may be larger than 64 KiB.
        ///
        /// Chart default: `false`.
        #[serde(rename = "enableIPv4BIGTCP")]
        pub enable_ipv4_big_tcp: Setting<bool>,
        /// Whether packets that leave the cluster get the node's IPv4 address. None: yes, and no with
        /// Amazon's interfaces.
        ///
        /// Chart default: `true`, from 1.18 on none.
        #[serde(rename = "enableIPv4Masquerade")]
        pub enable_ipv4_masquerade: Setting<bool>,
        /// Whether IPv6 packets within the host may be larger than 64 KiB.
        ///
        /// Chart default: `false`.
        #[serde(rename = "enableIPv6BIGTCP")]
        pub enable_ipv6_big_tcp: Setting<bool>,
        /// Whether packets that leave the cluster get the node's IPv6 address.
        ///
        /// Chart default: `true`.
        #[serde(rename = "enableIPv6Masquerade")]
        pub enable_ipv6_masquerade: Setting<bool>,
        /// Whether endpoints of services are read from slices.
        ///
        /// Until 1.18.
        pub enable_k8s_endpoint_slice: Setting<bool>,
        /// Removed in 1.15; the chart refuses it.
        pub enable_k8s_event_handover: Setting<bool>,
        /// Whether endpoints that are about to stop still serve.
        ///
        /// Chart default: `true`. Until 1.17.
        pub enable_k8s_terminating_endpoint: Setting<bool>,
        /// Whether LB-IPAM hands out addresses.
        ///
        /// Chart default: `true`. Since 1.17.
        #[serde(rename = "enableLBIPAM")]
        pub enable_lb_ipam: Setting<bool>,
        /// Whether masquerading takes the source address of the route. Not with `bpf.masquerade`.
        ///
        /// Chart default: `false`.
        pub enable_masquerade_route_source: Setting<bool>,
        /// Whether packets to services without endpoints are routed on.
        ///
        /// Chart default: `true`. Since 1.19.
        pub enable_no_service_endpoints_routable: Setting<bool>,
        /// Whether policies may leave the rest allowed.
        ///
        /// Chart default: `true`. Since 1.17.
        pub enable_non_default_deny_policies: Setting<bool>,
        /// Whether new devices are noticed while the agent runs.
        ///
        /// Chart default: `true`. Until 1.17.
        pub enable_runtime_device_detection: Setting<bool>,
        /// Whether an early demultiplexer is off where the kernel lacks `xt_socket`.
        ///
        /// Chart default: `true`.
        #[serde(rename = "enableXTSocketFallback")]
        pub enable_xt_socket_fallback: Setting<bool>,
        /// Encryption between nodes.
        pub encryption: Group<Encryption>,
        /// Whether the health of endpoints is checked between nodes.
        pub endpoint_health_checking: Group<Toggle>,
        /// Whether an endpoint whose policies do not fit is cut off.
        ///
        /// Chart default: `false`. Since 1.17.
        pub endpoint_lockdown_on_map_overflow: Setting<bool>,
        /// How long an endpoint waits for its proxies. The chart's schema lets no duration through.
        ///
        /// Chart default: none. Since 1.18.
        pub endpoint_policy_update_timeout_duration: Setting<Nothing>,
        /// Whether each pod has a route of its own instead of Cilium's device.
        pub endpoint_routes: Group<EndpointRoutes>,
        /// Removed in 1.16: the chart refuses it.
        pub endpoint_status: Setting<Any>,
        /// Amazon's network interfaces.
        pub eni: Group<Eni>,
        /// The proxy for HTTP, DNS, Ingress and gateways.
        pub envoy: Group<Envoy>,
        /// Envoy configurations as custom resources.
        pub envoy_config: Group<EnvoyConfig>,
        /// A key-value store of one's own.
        pub etcd: Group<Etcd>,
        /// Services at `spec.externalIPs`. Implied by `kubeProxyReplacement`.
        ///
        /// Until 1.17.0.
        #[serde(rename = "externalIPs")]
        pub external_ips: Group<Toggle>,
        /// Machines outside the cluster that belong to it.
        ///
        /// Until 1.17.
        pub external_workloads: Group<Toggle>,
        /// Further arguments on the agent's command line.
        pub extra_args: Setting<Vec<String>>,
        /// Further keys of the ConfigMap. Must be texts. A key that the chart writes too is there twice.
        pub extra_config: Setting<Texts>,
        /// Further containers in the agent's pods.
        pub extra_containers: Setting<Vec<Any>>,
        /// Further variables in the agent's environment.
        pub extra_env: Setting<Vec<EnvVar>>,
        /// Directories of the host that the agent sees.
        pub extra_host_path_mounts: Setting<Vec<HostPathMount>>,
        /// Further containers that run before the agent.
        pub extra_init_containers: Setting<Vec<Any>>,
        /// Where the agent sees further volumes.
        pub extra_volume_mounts: Setting<Vec<VolumeMount>>,
        /// Further volumes of the agent's pods.
        pub extra_volumes: Setting<Vec<Any>>,
        /// Whether devices are detected besides those in `devices`.
        ///
        /// Chart default: `false`.
        pub force_device_detection: Setting<bool>,
        /// Whether fragments of IPv4 packets are followed.
        pub fragment_tracking: Setting<bool>,
        /// Gateways of the Gateway API. Needs `kubeProxyReplacement`, and the API's definitions before the
        /// operator starts.
        #[serde(rename = "gatewayAPI")]
        pub gateway_api: Group<GatewayApi>,
        /// Google's Kubernetes service. Only with native routing.
        pub gke: Group<Gke>,
        /// What Helm hands to all charts; nothing here reads it.
        pub global: Setting<Open>,
        /// How many lost echoes in a row are a failure.
        ///
        /// Chart default: `3`. Since 1.17.
        #[serde(rename = "healthCheckICMPFailureThreshold")]
        pub health_check_icmp_failure_threshold: Setting<i64>,
        /// Whether nodes check each other.
        ///
        /// Chart default: `true`.
        pub health_checking: Setting<bool>,
        /// The port on which each agent says that it is alive.
        ///
        /// Chart default: `9879`.
        pub health_port: Setting<i64>,
        /// Encapsulation without a cache of all addresses.
        ///
        /// Until 1.17.
        pub high_scale_i_pcache: Group<Toggle>,
        /// Policies for the nodes themselves. Let in the API of Talos before anything is denied.
        pub host_firewall: Group<Toggle>,
        /// Ports of the host that lead to pods. Implied by `kubeProxyReplacement`.
        ///
        /// Until 1.17.
        pub host_port: Group<Toggle>,
        /// The old name of `socketLB`, read where that is empty.
        pub host_services: Setting<Any>,
        /// A view of all flows.
        pub hubble: Group<Hubble>,
        /// Where identities are kept.
        ///
        /// Chart default: `crd`.
        pub identity_allocation_mode: Setting<IdentityAllocationMode>,
        /// How long a pod keeps its old identity after its labels changed. A Go duration.
        ///
        /// Chart default: empty.
        pub identity_change_grace_period: Setting<String>,
        /// Who makes identities.
        ///
        /// Chart default: `agent`. Since 1.18.
        pub identity_management_mode: Setting<IdentityManagementMode>,
        /// The image of the agent.
        pub image: Group<Image>,
        /// Secrets for registries.
        pub image_pull_secrets: Setting<Vec<SecretName>>,
        /// Ingress objects. Needs `kubeProxyReplacement`.
        pub ingress_controller: Group<IngressController>,
        /// CPU and memory of the init containers.
        pub init_resources: Group<Resources>,
        /// Whether pods' packets skip the host's connection tracking. Needs native routing and
        /// `kubeProxyReplacement`.
        ///
        /// Chart default: `false`.
        pub install_no_conntrack_iptables_rules: Setting<bool>,
        /// Masquerading with exceptions. Needs `bpf.masquerade`.
        pub ip_masq_agent: Group<IpMasqAgent>,
        /// Where pods get addresses from.
        pub ipam: Group<Ipam>,
        /// How long to wait for the lock of iptables. A Go duration.
        pub iptables_lock_timeout: Setting<String>,
        /// Whether masquerading by iptables picks ports at random.
        pub iptables_random_fully: Setting<bool>,
        /// IPv4 in pods. At least one family must be on.
        pub ipv4: Group<Toggle>,
        /// The network in which pods are routed without masquerading; should hold all pod addresses. Needed
        /// with native routing, unless masquerading is off or done by the ip-masq-agent.
        ///
        /// Chart default: empty.
        #[serde(rename = "ipv4NativeRoutingCIDR")]
        pub ipv4_native_routing_cidr: Setting<String>,
        /// IPv6 in pods. At least one family must be on.
        pub ipv6: Group<Toggle>,
        /// The same for IPv6.
        ///
        /// Chart default: empty.
        #[serde(rename = "ipv6NativeRoutingCIDR")]
        pub ipv6_native_routing_cidr: Setting<String>,
        /// How agents talk to Kubernetes.
        pub k8s: Group<K8s>,
        /// Waiting longer after each failed request to the API server.
        ///
        /// Since 1.18.
        pub k8s_client_exponential_backoff: Group<K8sClientExponentialBackoff>,
        /// How often Cilium may ask the API server.
        pub k8s_client_rate_limit: Group<K8sClientRateLimit>,
        /// Whether `ClusterNetworkPolicy` objects count.
        ///
        /// Since 1.20.
        pub k8s_cluster_network_policy: Group<Toggle>,
        /// Whether `NetworkPolicy` objects count.
        pub k8s_network_policy: Group<Toggle>,
        /// The host of the API server: a name or an address, without scheme and port. On Talos with
        /// KubePrism `localhost`. Empty: the `kubernetes` service, which needs kube-proxy.
        ///
        /// Chart default: empty.
        pub k8s_service_host: Setting<String>,
        /// A ConfigMap with the host, instead of `k8sServiceHost`.
        ///
        /// Since 1.18.
        pub k8s_service_host_ref: Group<K8sServiceHostRef>,
        /// With host `auto`: the ConfigMap that kubeadm leaves; Talos has none.
        ///
        /// Chart default: empty. Since 1.17.
        pub k8s_service_lookup_config_map_name: Setting<String>,
        /// With host `auto`: its namespace.
        ///
        /// Chart default: empty. Since 1.17.
        pub k8s_service_lookup_namespace: Setting<String>,
        /// The port of the API server at `k8sServiceHost`. On Talos with KubePrism `7445`.
        ///
        /// Chart default: empty.
        pub k8s_service_port: Setting<IntOrText>,
        /// Whether objects keep an old label. Breaks Cilium on Google's service.
        ///
        /// Chart default: `false`.
        pub keep_deprecated_labels: Setting<bool>,
        /// Whether probes keep their old form.
        ///
        /// Chart default: `false`.
        pub keep_deprecated_probes: Setting<bool>,
        /// A kubeconfig on the host, instead of the service account.
        ///
        /// Chart default: empty.
        pub kube_config_path: Setting<String>,
        /// Whether Cilium serves services itself, so that no kube-proxy is needed. Any other text than
        /// `true` and `false` makes the chart refuse. With it on, there is no kube-proxy that could bring
        /// the agent to the API server: set `k8sServiceHost` and `k8sServicePort`.
        pub kube_proxy_replacement: Setting<BoolOrText>,
        /// Where to answer kube-proxy's health question: an address with port; empty for nowhere.
        ///
        /// Chart default: empty.
        pub kube_proxy_replacement_healthz_bind_addr: Setting<String>,
        /// Looking up other nodes' hardware addresses.
        pub l2_neigh_discovery: Group<L2NeighDiscovery>,
        /// Answering ARP and neighbour discovery for addresses of services. Needs `kubeProxyReplacement`.
        pub l2announcements: Group<L2announcements>,
        /// Unasked-for ARP for addresses of pods.
        pub l2pod_announcements: Group<L2podAnnouncements>,
        /// Whether there is a proxy for HTTP, DNS, Ingress and gateways.
        ///
        /// Chart default: `true`.
        pub l7_proxy: Setting<bool>,
        /// Which labels of pods make their identity, with blanks.
        pub labels: Setting<String>,
        /// When an agent is restarted.
        pub liveness_probe: Group<LivenessProbe>,
        /// How packets to services are spread.
        pub load_balancer: Group<LoadBalancer>,
        /// Sending packets to a pod on the same node.
        ///
        /// Since 1.18.
        pub local_redirect_policies: Group<LocalRedirectPolicies>,
        /// The old name of `localRedirectPolicies.enabled`.
        ///
        /// Chart default: `false`.
        pub local_redirect_policy: Setting<bool>,
        /// How agents log: `format`, `level`.
        pub log_options: Setting<Any>,
        /// Whether agents log the load of the system.
        ///
        /// Chart default: `false`.
        pub log_system_load: Setting<bool>,
        /// The consistent hash.
        pub maglev: Group<Maglev>,
        /// Seconds for which a new agent must be ready before the next one is replaced.
        ///
        /// Chart default: `0`. Since 1.20.
        pub min_ready_seconds: Setting<i64>,
        /// A container that prints events.
        pub monitor: Group<Monitor>,
        /// The size of packets on devices that Cilium makes; 0 for that of the node's device. Mind the case
        /// of the key: `mtu` is nothing.
        ///
        /// Chart default: `0`.
        #[serde(rename = "MTU")]
        pub mtu: Setting<i64>,
        /// The name of the agent's container.
        ///
        /// Chart default: `cilium`.
        pub name: Setting<String>,
        /// The namespace of all objects, if not that of the release.
        ///
        /// Chart default: empty. Since 1.17.
        pub namespace_override: Setting<String>,
        /// Statistics of translated addresses.
        pub nat: Group<Nat>,
        /// Translation between the families. Needs both.
        pub nat46x64_gateway: Group<Toggle>,
        /// Whether the pool of mode `cluster-pool`, if there is just one, is the network of native routing.
        ///
        /// Chart default: `false`. Since 1.20.
        #[serde(rename = "nativeRoutingCIDRFromClusterPool")]
        pub native_routing_cidr_from_cluster_pool: Setting<bool>,
        /// Addresses of nodes for services of class `io.cilium/node`.
        #[serde(rename = "nodeIPAM")]
        pub node_ipam: Group<Toggle>,
        /// Which labels of nodes make their identity, with blanks.
        ///
        /// Since 1.18.
        pub node_labels: Setting<String>,
        /// Services on ports of every node.
        pub node_port: Group<NodePort>,
        /// Labels that a node must have to run an agent.
        pub node_selector: Setting<NodeSelector>,
        /// Whether policies may select nodes by label.
        ///
        /// Chart default: `false`.
        pub node_selector_labels: Setting<bool>,
        /// A DaemonSet that prepares nodes of some clouds. Must stay off on Talos.
        pub nodeinit: Group<Nodeinit>,
        /// Annotations that change at each render.
        ///
        /// Since 1.19.
        pub non_idempotent_annotations: Setting<Any>,
        /// The cluster-wide half of Cilium.
        pub operator: Group<Operator>,
        /// Finding the size of packets that fits a path.
        pub pmtu_discovery: Group<PmtuDiscovery>,
        /// Annotations on the agent's pods.
        pub pod_annotations: Setting<Texts>,
        /// Labels on the agent's pods.
        pub pod_labels: Setting<Texts>,
        /// What the agent's pods may do.
        pub pod_security_context: Group<PodSecurityContext>,
        /// Whether policies only report and never drop.
        pub policy_audit_mode: Setting<bool>,
        /// What networks in policies match besides the outside: `nodes`.
        ///
        /// Chart default: none.
        #[serde(rename = "policyCIDRMatchMode")]
        pub policy_cidr_match_mode: Setting<TextOrList>,
        /// What a pod hears when a policy drops its packet.
        ///
        /// Chart default: `none`. Since 1.19.
        pub policy_deny_response: Setting<PolicyDenyResponse>,
        /// What happens to pods that no policy selects.
        ///
        /// Chart default: `default`.
        pub policy_enforcement_mode: Setting<PolicyEnforcementMode>,
        /// The agent's profiler.
        pub pprof: Group<Pprof>,
        /// Whether IPv6 comes first where there is a choice.
        ///
        /// Chart default: `false`. Since 1.20.
        pub prefer_ipv6: Setting<bool>,
        /// The check before an upgrade.
        pub preflight: Group<Preflight>,
        /// The priority class of the agent's pods.
        ///
        /// Chart default: empty.
        pub priority_class_name: Setting<String>,
        /// The agent's metrics.
        pub prometheus: Group<Prometheus>,
        /// The first place of the proxy's metrics, of which nothing is left.
        pub proxy: Group<Proxy>,
        /// The rights of service accounts.
        pub rbac: Group<Rbac>,
        /// When an agent counts as ready.
        pub readiness_probe: Group<Probe>,
        /// Removed in 1.16: the chart refuses it.
        pub remote_node_identity: Setting<Any>,
        /// Room for pods of high priority outside `kube-system`.
        pub resource_quotas: Group<ResourceQuotas>,
        /// CPU and memory of the agent.
        pub resources: Group<Resources>,
        /// Whether a changed ConfigMap replaces the agents.
        ///
        /// Chart default: `false`.
        pub roll_out_cilium_pods: Setting<bool>,
        /// How packets get to pods of other nodes. Empty: `tunnel`.
        ///
        /// Chart default: empty.
        pub routing_mode: Setting<RoutingMode>,
        /// How agents are kept apart.
        ///
        /// Since 1.17.
        pub scheduling: Group<Scheduling>,
        /// SCTP in services and policies.
        pub sctp: Group<Toggle>,
        /// Annotations on namespaces for Secrets.
        ///
        /// Since 1.18.
        pub secrets_namespace_annotations: Setting<Texts>,
        /// Labels on namespaces for Secrets.
        ///
        /// Since 1.19.
        pub secrets_namespace_labels: Setting<Texts>,
        /// What the agent and its init containers may do.
        pub security_context: Group<SecurityContext>,
        /// Service accounts, one per program.
        pub service_accounts: Group<ServiceAccounts>,
        /// What a client hears when a service has no endpoints.
        ///
        /// Chart default: `reject`.
        pub service_no_backend_response: Setting<NoBackendResponse>,
        /// Whether clients keep their endpoint where a service wants it. Implied by `kubeProxyReplacement`.
        ///
        /// Until 1.18.
        pub session_affinity: Setting<bool>,
        /// Whether the agent sleeps instead of running, for whoever wants to look around.
        ///
        /// Chart default: `false`.
        pub sleep_after_init: Setting<bool>,
        /// Choosing the endpoint when a program connects, not per packet.
        #[serde(rename = "socketLB")]
        pub socket_lb: Group<SocketLb>,
        /// The proxy for DNS in pods of its own. Needs `dnsProxy.proxyPort`.
        ///
        /// Since 1.19.
        pub standalone_dns_proxy: Group<StandaloneDnsProxy>,
        /// When an agent counts as started.
        pub startup_probe: Group<Probe>,
        /// Whether `loadBalancerSourceRanges` count.
        ///
        /// Chart default: `true`. Until 1.18.
        pub svc_source_range_check: Setting<bool>,
        /// Whether nodes are taken over from Kubernetes.
        ///
        /// Chart default: `true`.
        pub synchronize_k8s_nodes: Setting<bool>,
        /// An init container that writes settings for systemd. Without effect on Talos.
        pub sysctlfix: Group<Toggle>,
        /// Seconds that an agent has to stop.
        ///
        /// Chart default: `1`.
        pub termination_grace_period_seconds: Setting<i64>,
        /// Certificates and Secrets.
        pub tls: Group<Tls>,
        /// The volume for temporary files of the agent.
        ///
        /// Since 1.19.
        pub tmp_volume: Setting<Open>,
        /// Taints that agents put up with. A list given here replaces the chart's.
        pub tolerations: Setting<Vec<Toleration>>,
        /// Removed in 1.15; the chart refuses it. Use `routingMode` and `tunnelProtocol`.
        pub tunnel: Setting<String>,
        /// The port of the tunnel; 0 for 8472 (VXLAN) or 6081 (Geneve).
        ///
        /// Chart default: `0`.
        pub tunnel_port: Setting<i64>,
        /// How packets are wrapped.
        ///
        /// Chart default: empty.
        pub tunnel_protocol: Setting<TunnelProtocol>,
        /// The ports that wrapped packets come from, as `low-high`; `0-0` for the kernel's own.
        ///
        /// Chart default: `0-0`. Since a late 1.17.
        pub tunnel_source_port_range: Setting<String>,
        /// The family of wrapped packets.
        ///
        /// Chart default: empty. Since 1.18.
        pub underlay_protocol: Setting<UnderlayProtocol>,
        /// How agents are replaced.
        pub update_strategy: Group<UpdateStrategy>,
        /// The minor with which the cluster was installed, `"1.x"`: defaults that would break it stay as
        /// they were.
        ///
        /// Chart default: none.
        pub upgrade_compatibility: Setting<String>,
        /// Tunnels to devices outside the cluster. At most 8.
        pub vtep: Group<Vtep>,
        /// Whether agents wait for kube-proxy's rules.
        ///
        /// Chart default: `false`.
        pub wait_for_kube_proxy: Setting<bool>,
        /// Fixed identities for parts of the cluster.
        pub well_known_identities: Group<Toggle>,
    }
}

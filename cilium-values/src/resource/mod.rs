//! Objects of Kubernetes: every kind of the group `cilium.io` in 1.16 to 1.20, one per file, and the services that some
//! are about.
//!
//! A [`Kind`] is the content of an object: its spec for most. [`KINDS`] lists them. [`Object`] is a manifest of a kind
//! with a spec; with the feature `kube` there are objects as they are in a cluster, with their status, in
//! [`kube`](https://docs.rs/kube)'s traits.
//!
//! ```
//! use cilium_values::CiliumVersion;
//! use cilium_values::resource::{Block, LoadBalancerIpPoolSpec, Object};
//!
//! let spec = LoadBalancerIpPoolSpec { blocks: vec![Block::cidr("192.168.1.192/27")], ..Default::default() };
//! let pool = |cilium: CiliumVersion| Object::new(&cilium, "lab", spec.clone()).unwrap();
//! assert_eq!(pool(CiliumVersion::new(1, 17, 0)).api_version, "cilium.io/v2alpha1");
//! assert_eq!(pool(CiliumVersion::new(1, 18, 0)).api_version, "cilium.io/v2");
//! ```

mod bgp_advertisement;
mod bgp_cluster_config;
mod bgp_common;
mod bgp_node_config;
mod bgp_node_config_override;
mod bgp_peer_config;
mod bgp_peering_policy;
mod body;
mod cidr_group;
mod clusterwide_envoy_config;
mod clusterwide_network_policy;
mod condition;
mod datapath_plugin;
mod egress_gateway_policy;
mod endpoint;
mod endpoint_slice;
mod envoy_config;
mod external_workload;
mod gateway_class_config;
mod identity;
#[cfg(feature = "kube")]
pub mod kube;
mod l2_announcement_policy;
mod load_balancer_ip_pool;
mod local_redirect_policy;
mod network_policy;
pub mod node;
mod node_config;
mod object;
mod pod_ip_pool;
pub mod policy;
mod registry;
mod selector;
mod service;
mod shape;

pub use bgp_advertisement::{
    BgpAdvertisement, BgpAdvertisementSpec, BgpAdvertisementType, BgpAttributes, BgpInterfaceOptions,
    BgpServiceOptions,
};
pub use bgp_cluster_config::{BgpClusterConfigSpec, BgpInstance, BgpPeer};
pub use bgp_common::{
    Afi, BgpAddressFamily, BgpAutoDiscovery, BgpAutoDiscoveryMode, BgpCommunities, BgpDefaultGateway,
    BgpFamily, BgpGracefulRestart, BgpPeerConfigReference, BgpServiceAddress, Safi, WellKnownCommunity,
};
pub use bgp_node_config::{
    BgpNegotiatedTimers, BgpNodeConfigSpec, BgpNodeConfigStatus, BgpNodeInstance, BgpNodeInstanceStatus,
    BgpNodePeer, BgpNodePeerStatus, BgpRouteCount,
};
pub use bgp_node_config_override::{BgpInstanceOverride, BgpNodeConfigOverrideSpec, BgpPeerOverride};
pub use bgp_peer_config::{BgpFamilyWithAdvertisements, BgpPeerConfigSpec, BgpTimers, BgpTransport};
pub use bgp_peering_policy::{
    BgpNeighbor, BgpPathAttributes, BgpPeeringPolicySpec, BgpSelectorType, BgpVirtualRouter,
};
pub use body::{Spec, SpecAndStatus};
pub use cidr_group::CidrGroupSpec;
pub use clusterwide_envoy_config::ClusterwideEnvoyConfigSpec;
pub use clusterwide_network_policy::ClusterwideNetworkPolicy;
pub use condition::{Condition, ConditionStatus, Conditions};
pub use datapath_plugin::{DatapathPluginAttachment, DatapathPluginSpec};
pub use egress_gateway_policy::{EgressGateway, EgressGatewayPolicySpec, EgressGatewaySelector};
pub use endpoint::{
    AddressPair, AllowedIdentity, EncryptionKey, Endpoint, EndpointController,
    EndpointControllerConfiguration, EndpointControllerStatus, EndpointHealth, EndpointIdentifiers,
    EndpointIdentity, EndpointLogEntry, EndpointNetworking, EndpointPolicy, EndpointPolicyDirection,
    EndpointState, EndpointStatus, NamedPort,
};
pub use endpoint_slice::{CoreEndpoint, EndpointSlice};
pub use envoy_config::{EnvoyBackendService, EnvoyConfigSpec, EnvoyResource, EnvoyServiceListener};
pub use external_workload::{ExternalWorkloadSpec, ExternalWorkloadStatus};
pub use gateway_class_config::{
    GatewayAccessLog, GatewayAccessLogFormat, GatewayAccessLogTarget, GatewayClassConfigSpec, GatewayEnvoy,
    GatewayGrpcWeb, GatewayHttpOptions, GatewayServerHeader, GatewayService, GatewayServiceType,
    GatewaySourceRangesPolicy, GatewayTelemetry,
};
pub use identity::Identity;
pub use l2_announcement_policy::{CiliumL2AnnouncementPolicy, L2AnnouncementPolicySpec};
pub use load_balancer_ip_pool::{Block, CiliumLoadBalancerIpPool, LoadBalancerIpPoolSpec, YesNo};
pub use local_redirect_policy::{
    LocalRedirectPolicySpec, LocalRedirectPolicyStatus, RedirectAddress, RedirectBackend, RedirectFrontend,
    RedirectPort, RedirectProtocol, RedirectService,
};
pub use network_policy::{
    AuthenticationMode, DerivativePolicyStatus, NetworkPolicy, NetworkPolicyCondition, NetworkPolicyStatus,
};
pub use node::{NodeSpec, NodeStatus};
pub use node_config::NodeConfigSpec;
pub use object::{Kind, Metadata, Object, Scope};
pub use pod_ip_pool::{PodIpPoolFamily, PodIpPoolSpec};
pub use registry::{KINDS, KindInfo};
pub use selector::{LabelSelector, Operator, Requirement};
pub use service::{IpFamily, IpFamilyPolicy, Protocol, Service, ServicePort, ServiceSpec};

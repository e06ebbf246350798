//! The values of the chart, group by group: the value `hubble.relay.enabled` is the field
//! `Values::hubble.relay.enabled`, and its group is declared in `values/hubble/relay.rs`.

pub mod common;
mod effective;
mod read;
mod root;
mod setting;
mod shape;

pub mod alibabacloud;
pub mod authentication;
pub mod azure;
pub mod bandwidth_manager;
pub mod bgp;
pub mod bgp_control_plane;
pub mod bpf;
pub mod certgen;
pub mod cgroup;
pub mod cilium_endpoint_slice;
pub mod cluster;
pub mod clustermesh;
pub mod cni;
pub mod config_drift_detection;
pub mod container_runtime;
pub mod daemon;
pub mod datapath_plugins;
pub mod debug;
pub mod dns_proxy;
pub mod egress_gateway;
pub mod encryption;
pub mod endpoint_routes;
pub mod eni;
pub mod envoy;
pub mod envoy_config;
pub mod etcd;
pub mod gateway_api;
pub mod gke;
pub mod hubble;
pub mod ingress_controller;
pub mod ip_masq_agent;
pub mod ipam;
pub mod k8s;
pub mod k8s_client_exponential_backoff;
pub mod k8s_client_rate_limit;
pub mod k8s_service_host_ref;
pub mod l2_neigh_discovery;
pub mod l2announcements;
pub mod l2pod_announcements;
pub mod liveness_probe;
pub mod load_balancer;
pub mod local_redirect_policies;
pub mod maglev;
pub mod monitor;
pub mod nat;
pub mod node_port;
pub mod nodeinit;
pub mod operator;
pub mod pmtu_discovery;
pub mod preflight;
pub mod prometheus;
pub mod proxy;
pub mod rbac;
pub mod resource_quotas;
pub mod scheduling;
pub mod security_context;
pub mod service_accounts;
pub mod socket_lb;
pub mod standalone_dns_proxy;
pub mod tls;
pub mod vtep;

pub use read::{Read, read};
pub use root::{
    IdentityAllocationMode, IdentityManagementMode, NoBackendResponse, PolicyDenyResponse,
    PolicyEnforcementMode, RoutingMode, ServiceIpam, TunnelProtocol, UnderlayProtocol, Values,
};
pub use setting::{Group, Overlay, Setting, Shape};

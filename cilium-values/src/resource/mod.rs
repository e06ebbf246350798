//! Objects of Kubernetes: the custom resources of Cilium, and the services they are about.

mod l2_announcement_policy;
mod load_balancer_ip_pool;
mod object;
mod selector;
mod service;

pub use l2_announcement_policy::{CiliumL2AnnouncementPolicy, L2AnnouncementPolicySpec};
pub use load_balancer_ip_pool::{Block, CiliumLoadBalancerIpPool, LoadBalancerIpPoolSpec, YesNo};
pub use object::{Kind, Metadata, Object};
pub use selector::{LabelSelector, Operator, Requirement};
pub use service::{IpFamily, IpFamilyPolicy, Protocol, Service, ServicePort, ServiceSpec};

//! The rules of `CiliumNetworkPolicy` and `CiliumClusterwideNetworkPolicy`.
//!
//! A list that is there but empty selects nothing; one that is absent selects everything. So lists are `Option`s.

mod egress;
mod ingress;
mod l7;
mod peer;
mod port;
mod rule;

pub use egress::{
    EgressDenyRule, EgressRule, FqdnSelector, KubernetesService, KubernetesServiceSelector, ServiceRef,
};
pub use ingress::{IngressDenyRule, IngressRule};
pub use l7::{DnsRule, HeaderMatch, HeaderMismatch, HttpRule, KafkaRole, KafkaRule, L7Rules, SecretRef};
pub use peer::{Authentication, AwsGroup, CidrRule, Entity, Group, IcmpFamily, IcmpField, IcmpRule};
pub use port::{
    EnvoyConfigKind, EnvoyConfigRef, Listener, PolicyProtocol, PortDenyRule, PortProtocol, PortRule,
    TlsContext,
};
pub use rule::{DefaultDeny, PolicyLabel, PolicyLog, PolicyRule};

//! What comes in.

use super::{Authentication, CidrRule, Entity, Group, IcmpRule, PortDenyRule, PortRule};
use crate::resource::LabelSelector;
use crate::resource::shape::fields;

fields! { "camelCase"
    /// What may come in: from one of these peers, to one of these ports. An empty rule allows nothing.
    #[derive(Default)]
    pub struct IngressRule {
        optional {
            /// From pods, by their labels; an empty selector means all of the namespace.
            pub from_endpoints: Vec<LabelSelector>,
            /// From peers that have these labels besides. Deprecated; from 1.19 on only an empty list is taken.
            pub from_requires: Vec<LabelSelector>,
            /// From networks.
            #[serde(rename = "fromCIDR")]
            pub from_cidr: Vec<String>,
            /// From networks with exceptions, or with a name.
            #[serde(rename = "fromCIDRSet")]
            pub from_cidr_set: Vec<CidrRule>,
            /// From peers with a name of their own.
            pub from_entities: Vec<Entity>,
            /// From groups of a cloud provider.
            pub from_groups: Vec<Group>,
            /// From nodes, by their labels. Needs the chart's `nodeSelectorLabels`.
            pub from_nodes: Vec<LabelSelector>,
            /// To ports. Absent: to all.
            pub to_ports: Vec<PortRule>,
            /// ICMP. Not together with ports.
            pub icmps: Vec<IcmpRule>,
            /// Whether peers must prove who they are.
            pub authentication: Authentication,
        }
    }

    /// What may not come in.
    #[derive(Default)]
    pub struct IngressDenyRule {
        optional {
            /// From pods, by their labels.
            pub from_endpoints: Vec<LabelSelector>,
            /// From peers that have these labels besides. Deprecated; from 1.19 on only an empty list is taken.
            pub from_requires: Vec<LabelSelector>,
            /// From networks.
            #[serde(rename = "fromCIDR")]
            pub from_cidr: Vec<String>,
            /// From networks with exceptions, or with a name.
            #[serde(rename = "fromCIDRSet")]
            pub from_cidr_set: Vec<CidrRule>,
            /// From peers with a name of their own.
            pub from_entities: Vec<Entity>,
            /// From groups of a cloud provider.
            pub from_groups: Vec<Group>,
            /// From nodes, by their labels.
            pub from_nodes: Vec<LabelSelector>,
            /// To ports. Absent: to all.
            pub to_ports: Vec<PortDenyRule>,
            /// ICMP. Not together with ports.
            pub icmps: Vec<IcmpRule>,
        }
    }
}

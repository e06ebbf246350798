//! What goes out.

use super::{Authentication, CidrRule, Entity, Group, IcmpRule, PortDenyRule, PortRule};
use crate::resource::LabelSelector;
use crate::resource::shape::fields;

fields! { "camelCase"
    /// What may go out: to one of these peers, at one of these ports. An empty rule allows nothing.
    #[derive(Default)]
    pub struct EgressRule {
        optional {
            /// To pods, by their labels; an empty selector means all of the namespace.
            pub to_endpoints: Vec<LabelSelector>,
            /// To peers that have these labels besides. Deprecated; from 1.19 on only an empty list is taken.
            pub to_requires: Vec<LabelSelector>,
            /// To networks.
            #[serde(rename = "toCIDR")]
            pub to_cidr: Vec<String>,
            /// To networks with exceptions, or with a name.
            #[serde(rename = "toCIDRSet")]
            pub to_cidr_set: Vec<CidrRule>,
            /// To peers with a name of their own.
            pub to_entities: Vec<Entity>,
            /// To services of Kubernetes.
            pub to_services: Vec<ServiceRef>,
            /// To names in the DNS. The agent must see the lookups: a rule for DNS is needed besides.
            #[serde(rename = "toFQDNs")]
            pub to_fqdns: Vec<FqdnSelector>,
            /// To groups of a cloud provider.
            pub to_groups: Vec<Group>,
            /// To nodes, by their labels. Needs the chart's `nodeSelectorLabels`.
            pub to_nodes: Vec<LabelSelector>,
            /// At ports. Absent: at all.
            pub to_ports: Vec<PortRule>,
            /// ICMP. Not together with ports.
            pub icmps: Vec<IcmpRule>,
            /// Whether peers must prove who they are.
            pub authentication: Authentication,
        }
    }

    /// What may not go out.
    #[derive(Default)]
    pub struct EgressDenyRule {
        optional {
            /// To pods, by their labels.
            pub to_endpoints: Vec<LabelSelector>,
            /// To peers that have these labels besides. Deprecated; from 1.19 on only an empty list is taken.
            pub to_requires: Vec<LabelSelector>,
            /// To networks.
            #[serde(rename = "toCIDR")]
            pub to_cidr: Vec<String>,
            /// To networks with exceptions, or with a name.
            #[serde(rename = "toCIDRSet")]
            pub to_cidr_set: Vec<CidrRule>,
            /// To peers with a name of their own.
            pub to_entities: Vec<Entity>,
            /// To services of Kubernetes.
            pub to_services: Vec<ServiceRef>,
            /// To groups of a cloud provider.
            pub to_groups: Vec<Group>,
            /// To nodes, by their labels.
            pub to_nodes: Vec<LabelSelector>,
            /// At ports. Absent: at all.
            pub to_ports: Vec<PortDenyRule>,
            /// ICMP. Not together with ports.
            pub icmps: Vec<IcmpRule>,
        }
    }

    /// A service, or services.
    #[derive(Default)]
    pub struct ServiceRef {
        optional {
            /// One, by its name.
            pub k8s_service: KubernetesService,
            /// Several, by their labels.
            pub k8s_service_selector: KubernetesServiceSelector,
        }
    }

    /// A service by its name.
    #[derive(Default)]
    pub struct KubernetesService {
        optional {
            /// Its name.
            pub service_name: String,
            /// Its namespace. Absent: that of the policy.
            pub namespace: String,
        }
    }

    /// Services by their labels.
    pub struct KubernetesServiceSelector {
        /// The labels.
        pub selector: LabelSelector,
        optional {
            /// Their namespace. Absent: any.
            pub namespace: String,
        }
    }

    /// Names in the DNS: exactly one of the two.
    #[derive(Default)]
    pub struct FqdnSelector {
        optional {
            /// A name as a whole.
            pub match_name: String,
            /// Names with `*` for parts of them.
            pub match_pattern: String,
        }
    }
}

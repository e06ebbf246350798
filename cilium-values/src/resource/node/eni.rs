//! A node on AWS.

use std::collections::BTreeMap;

use crate::resource::shape::fields;

fields! { "kebab-case"
    /// How a node gets interfaces on AWS.
    #[derive(Default)]
    pub struct EniSpec {
        optional {
            /// Its identifier. Deprecated: `instance-id` of the node says it.
            pub instance_id: String,
            /// Its type.
            pub instance_type: String,
            /// Its zone.
            pub availability_zone: String,
            /// Its VPC.
            pub vpc_id: String,
            /// The subnet of its first interface.
            pub node_subnet_id: String,
            /// How many addresses it has at least. Deprecated.
            pub min_allocate: i64,
            /// How many addresses it has besides those in use. Deprecated.
            pub pre_allocate: i64,
            /// How many more it may have. Deprecated.
            pub max_above_watermark: i64,
            /// The first interface that pods may use, counted from 0.
            pub first_interface_index: i64,
            /// Security groups of new interfaces.
            pub security_groups: Vec<String>,
            /// The same by their tags.
            pub security_group_tags: BTreeMap<String, String>,
            /// Subnets of new interfaces.
            pub subnet_ids: Vec<String>,
            /// The same by their tags.
            pub subnet_tags: BTreeMap<String, String>,
            /// Tags of interfaces that are left alone.
            pub exclude_interface_tags: BTreeMap<String, String>,
            /// Whether interfaces go with the instance.
            pub delete_on_termination: bool,
            /// Whether the first address of an interface is given to a pod.
            pub use_primary_address: bool,
            /// Whether single addresses are asked for in place of prefixes.
            pub disable_prefix_delegation: bool,
        }
    }

    /// The interfaces of a node on AWS.
    #[derive(Default)]
    pub struct EniStatus {
        optional {
            /// By their identifiers.
            pub enis: BTreeMap<String, Eni>,
        }
    }

    /// An interface.
    #[derive(Default)]
    pub struct Eni {
        optional {
            /// Its identifier.
            pub id: String,
            /// Its first address.
            pub ip: String,
            /// Its public address.
            pub public_ip: String,
            /// Its hardware address.
            pub mac: String,
            /// Its zone.
            pub availability_zone: String,
            /// A note.
            pub description: String,
            /// Its place at the instance, counted from 0.
            pub number: i64,
            /// Its subnet.
            pub subnet: EniSubnet,
            /// Its VPC.
            pub vpc: EniVpc,
            /// Its further addresses.
            pub addresses: Vec<String>,
            /// Its IPv4 prefixes.
            pub prefixes: Vec<String>,
            /// Its IPv6 prefixes. Since 1.20.
            #[serde(rename = "ipv6-prefixes")]
            pub ipv6_prefixes: Vec<String>,
            /// Its security groups.
            pub security_groups: Vec<String>,
            /// Its tags.
            pub tags: BTreeMap<String, String>,
        }
    }

    /// The subnet of an interface.
    #[derive(Default)]
    pub struct EniSubnet {
        optional {
            /// Its identifier.
            pub id: String,
            /// Its network.
            pub cidr: String,
        }
    }

    /// The VPC of an interface.
    #[derive(Default)]
    pub struct EniVpc {
        optional {
            /// Its identifier.
            pub id: String,
            /// Its first network.
            pub primary_cidr: String,
            /// Its further networks.
            pub cidrs: Vec<String>,
        }
    }
}

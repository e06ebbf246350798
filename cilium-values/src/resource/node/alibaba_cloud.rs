//! A node on Alibaba Cloud.

use std::collections::BTreeMap;

use crate::resource::shape::fields;

fields! { "kebab-case"
    /// How a node gets interfaces on Alibaba Cloud.
    #[derive(Default)]
    pub struct AlibabaCloudSpec {
        optional {
            /// Its type.
            pub instance_type: String,
            /// Its zone.
            pub availability_zone: String,
            /// Its VPC.
            pub vpc_id: String,
            /// The network of the VPC.
            pub cidr_block: String,
            /// Switches of new interfaces.
            pub vswitches: Vec<String>,
            /// The same by their tags.
            pub vswitch_tags: BTreeMap<String, String>,
            /// Security groups of new interfaces.
            pub security_groups: Vec<String>,
            /// The same by their tags.
            pub security_group_tags: BTreeMap<String, String>,
        }
    }

    /// The interfaces of a node on Alibaba Cloud.
    #[derive(Default)]
    pub struct AlibabaCloudStatus {
        optional {
            /// By their identifiers.
            pub enis: BTreeMap<String, AlibabaCloudEni>,
        }
    }

    /// An interface.
    #[derive(Default)]
    pub struct AlibabaCloudEni {
        optional {
            /// Its identifier.
            pub network_interface_id: String,
            /// Whether it is the first one or another.
            #[serde(rename = "type")]
            pub type_: String,
            /// Its hardware address.
            pub mac_address: String,
            /// The instance that has it.
            pub instance_id: String,
            /// Its first address.
            pub primary_ip_address: String,
            /// Its addresses.
            pub private_ipsets: Vec<AlibabaCloudIpSet>,
            /// Its security groups.
            #[serde(rename = "security-groupids")]
            pub security_group_ids: Vec<String>,
            /// Its VPC.
            pub vpc: AlibabaCloudVpc,
            /// Its switch.
            pub vswitch: AlibabaCloudVswitch,
            /// Its zone.
            pub zone_id: String,
            /// Its tags.
            pub tags: BTreeMap<String, String>,
        }
    }

    /// An address of an interface.
    #[derive(Default)]
    pub struct AlibabaCloudIpSet {
        optional {
            /// The address.
            pub private_ip_address: String,
            /// Whether it is the first one.
            pub primary: bool,
        }
    }

    /// The VPC of an interface.
    #[derive(Default)]
    pub struct AlibabaCloudVpc {
        optional {
            /// Its identifier.
            pub vpc_id: String,
            /// Its IPv4 network.
            pub cidr: String,
            /// Its IPv6 network.
            #[serde(rename = "ipv6-cidr")]
            pub ipv6_cidr: String,
            /// Its further networks.
            pub secondary_cidrs: Vec<String>,
        }
    }

    /// The switch of an interface.
    #[derive(Default)]
    pub struct AlibabaCloudVswitch {
        optional {
            /// Its identifier.
            pub vswitch_id: String,
            /// Its IPv4 network.
            pub cidr: String,
            /// Its IPv6 network.
            #[serde(rename = "ipv6-cidr")]
            pub ipv6_cidr: String,
        }
    }
}

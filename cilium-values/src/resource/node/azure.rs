//! A node on Azure.

use crate::resource::shape::fields;

fields! { "kebab-case"
    /// How a node gets addresses on Azure.
    #[derive(Default)]
    pub struct AzureSpec {
        optional {
            /// The interface that gets them. Absent: every one.
            pub interface_name: String,
        }
    }

    /// The interfaces of a node on Azure.
    #[derive(Default)]
    pub struct AzureStatus {
        optional {
            /// The interfaces.
            pub interfaces: Vec<AzureInterface>,
        }
    }

    /// An interface.
    #[derive(Default)]
    pub struct AzureInterface {
        optional {
            /// Its identifier.
            pub id: String,
            /// Its name.
            pub name: String,
            /// Its hardware address.
            pub mac: String,
            /// Its first address. Since 1.19.
            pub ip: String,
            /// Its state.
            pub state: String,
            /// Its addresses.
            pub addresses: Vec<AzureAddress>,
            /// Its security group.
            pub security_group: String,
            /// Its subnet. Since 1.19.
            pub subnet: AzureSubnet,
            /// The gateway of its subnet. Deprecated.
            pub gateway: String,
            /// The same in an old spelling. Deprecated.
            #[serde(rename = "GatewayIP")]
            pub gateway_ip: String,
            /// Its network. Deprecated.
            pub cidr: String,
        }
    }

    /// An address of an interface.
    #[derive(Default)]
    pub struct AzureAddress {
        optional {
            /// The address.
            pub ip: String,
            /// Its subnet.
            pub subnet: String,
            /// Its state.
            pub state: String,
        }
    }

    /// The subnet of an interface.
    #[derive(Default)]
    pub struct AzureSubnet {
        optional {
            /// Its identifier.
            pub id: String,
            /// Its network.
            pub cidr: String,
        }
    }
}

//! Peers of a rule.

use std::collections::BTreeMap;

use crate::resource::AuthenticationMode;
use crate::resource::shape::{fields, words};
use crate::values::common::IntOrText;

fields! { "camelCase"
    /// A network with exceptions. Exactly one of `cidr`, `cidr_group_ref` and `cidr_group_selector`.
    #[derive(Default)]
    pub struct CidrRule {
        optional {
            /// The network.
            pub cidr: String,
            /// The networks of a `CiliumCIDRGroup`, by its name.
            pub cidr_group_ref: String,
            /// The networks of `CiliumCIDRGroup`s, by their labels. Since 1.17.
            pub cidr_group_selector: crate::resource::LabelSelector,
            /// Networks within it that are not meant.
            pub except: Vec<String>,
        }
    }

    /// A group of a cloud provider.
    #[derive(Default)]
    pub struct Group {
        optional {
            /// Security groups of AWS.
            pub aws: AwsGroup,
        }
    }

    /// Security groups of AWS.
    #[derive(Default)]
    pub struct AwsGroup {
        optional {
            /// By their tags.
            pub labels: BTreeMap<String, String>,
            /// By their identifiers.
            pub security_groups_ids: Vec<String>,
            /// By their names.
            pub security_groups_names: Vec<String>,
            /// Of which region.
            pub region: String,
        }
    }

    /// Whether a peer must prove who it is.
    pub struct Authentication {
        /// Whether.
        pub mode: AuthenticationMode,
    }

    /// Kinds of ICMP messages.
    #[derive(Default)]
    pub struct IcmpRule {
        optional {
            /// The kinds, at most 40.
            pub fields: Vec<IcmpField>,
        }
    }

    /// A kind of ICMP messages.
    pub struct IcmpField {
        /// Its number, or its name, such as `EchoRequest`.
        #[serde(rename = "type")]
        pub type_: IntOrText,
        optional {
            /// The family. Absent: IPv4.
            pub family: IcmpFamily,
        }
    }
}

words! {
    /// A family of ICMP.
    pub enum IcmpFamily {
        /// ICMP.
        V4 = "IPv4",
        /// `ICMPv6`.
        V6 = "IPv6",
    }

    /// A peer with a name of its own.
    pub enum Entity {
        /// Everybody.
        All = "all",
        /// Everybody outside of the cluster.
        World = "world",
        /// Everybody in the cluster.
        Cluster = "cluster",
        /// Everybody in a cluster of the mesh. Since 1.20.
        ClusterMesh = "cluster-mesh",
        /// The node that the pod runs on.
        Host = "host",
        /// Endpoints that have no identity yet.
        Init = "init",
        /// The ingress of Cilium.
        Ingress = "ingress",
        /// Endpoints that Cilium does not manage.
        Unmanaged = "unmanaged",
        /// Other nodes.
        RemoteNode = "remote-node",
        /// The endpoints that health is asked of.
        Health = "health",
        /// Nobody.
        None = "none",
        /// The API server.
        KubeApiserver = "kube-apiserver",
    }
}

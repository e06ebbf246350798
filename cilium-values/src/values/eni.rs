//! `eni`: Amazon's network interfaces.

use crate::values::common::Texts;
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `eni`: Amazon's network interfaces.
    pub struct Eni {
        /// Whether nodes get prefixes instead of single addresses.
        ///
        /// Chart default: `false`.
        pub aws_enable_prefix_delegation: Setting<bool>,
        /// Whether addresses that are not needed are given back.
        ///
        /// Chart default: `false`.
        #[serde(rename = "awsReleaseExcessIPs")]
        pub aws_release_excess_ips: Setting<bool>,
        /// The address of the cloud's API.
        ///
        /// Chart default: empty.
        #[serde(rename = "ec2APIEndpoint")]
        pub ec2_api_endpoint: Setting<String>,
        /// Whether addresses come from them.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Tags on new interfaces.
        pub eni_tags: Setting<Texts>,
        /// How often left-over interfaces are removed. A Go duration.
        ///
        /// Chart default: empty.
        pub gc_interval: Setting<String>,
        /// Tags of interfaces that may be removed.
        pub gc_tags: Setting<Texts>,
        /// The role of the operator.
        ///
        /// Chart default: empty.
        pub iam_role: Setting<String>,
        /// Tags of the machines that count.
        pub instance_tags_filter: Setting<Vec<String>>,
        /// What each node's `CiliumNode` says.
        ///
        /// Since 1.19.
        pub node_spec: Group<NodeSpec>,
        /// The only subnets that count.
        #[serde(rename = "subnetIDsFilter")]
        pub subnet_ids_filter: Setting<Vec<String>>,
        /// Tags of the only subnets that count.
        pub subnet_tags_filter: Setting<Vec<String>>,
        /// Whether the limits of machine types are asked for.
        ///
        /// Chart default: `true`. Until 1.17.
        #[serde(rename = "updateEC2AdapterLimitViaAPI")]
        pub update_ec2_adapter_limit_via_api: Setting<bool>,
    }

    /// `eni.nodeSpec`: what each node's `CiliumNode` says.
    pub struct NodeSpec {
        /// Whether interfaces go with their machine.
        ///
        /// Chart default: none. Since 1.19.
        pub delete_on_termination: Setting<bool>,
        /// Whether this keeps nodes from prefixes.
        ///
        /// Chart default: `false`. Since 1.19.
        pub disable_prefix_delegation: Setting<bool>,
        /// Tags of interfaces that are left alone.
        ///
        /// Since 1.19.
        pub exclude_interface_tags: Setting<Vec<String>>,
        /// The first interface that gives addresses.
        ///
        /// Chart default: none. Since 1.19.
        pub first_interface_index: Setting<i64>,
        /// Tags of security groups.
        ///
        /// Since 1.19.
        pub security_group_tags: Setting<Vec<String>>,
        /// Security groups.
        ///
        /// Since 1.19.
        pub security_groups: Setting<Vec<String>>,
        /// Subnets.
        ///
        /// Since 1.19.
        #[serde(rename = "subnetIDs")]
        pub subnet_ids: Setting<Vec<String>>,
        /// Tags of subnets.
        ///
        /// Since 1.19.
        pub subnet_tags: Setting<Vec<String>>,
        /// Whether the first address of an interface goes to pods too.
        ///
        /// Chart default: `false`. Since 1.19.
        pub use_primary_address: Setting<bool>,
    }
}

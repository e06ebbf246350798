//! `ipam`: where pods get addresses from.

use crate::values::common::{Open, TextOrList};
use crate::values::shape::{shapes, words};
use crate::values::{Group, Setting};

shapes! {
    /// `ipam`: where pods get addresses from.
    pub struct Ipam {
        /// The least time between two updates of a node's `CiliumNode`. A Go duration.
        ///
        /// Chart default: `15s`.
        pub cilium_node_update_rate: Setting<String>,
        /// Whether routes for uplinks are installed with mode `delegated-plugin`.
        ///
        /// Chart default: `false`. Since 1.17.
        #[serde(rename = "installUplinkRoutesForDelegatedIPAM")]
        pub install_uplink_routes_for_delegated_ipam: Setting<bool>,
        /// Who hands out addresses. On Talos `kubernetes`. Not to be changed in a running cluster.
        ///
        /// Chart default: `cluster-pool`.
        pub mode: Setting<IpamMode>,
        /// With mode `multi-pool`: how many addresses of which pools each node holds in advance, as
        /// `pool=number` with commas.
        ///
        /// Chart default: empty. Since 1.17.
        pub multi_pool_pre_allocation: Setting<String>,
        /// What each node's `CiliumNode` says about its addresses.
        ///
        /// Since 1.19.
        pub node_spec: Group<NodeSpec>,
        /// Pools that the operator hands out of.
        pub operator: Group<Operator>,
    }

    /// `ipam.nodeSpec`: what each node's `CiliumNode` says about its addresses.
    pub struct NodeSpec {
        /// The most addresses that a node gets.
        ///
        /// Chart default: none. Since 1.19.
        pub ipam_max_allocate: Setting<i64>,
        /// The addresses that a node gets at least.
        ///
        /// Chart default: none. Since 1.19.
        pub ipam_min_allocate: Setting<i64>,
        /// The free addresses that a node holds in advance.
        ///
        /// Chart default: none. Since 1.19.
        pub ipam_pre_allocate: Setting<i64>,
        /// Tags of the static address that a node gets; clouds only.
        ///
        /// Since 1.19.
        #[serde(rename = "ipamStaticIPTags")]
        pub ipam_static_ip_tags: Setting<Vec<String>>,
    }

    /// `ipam.operator`: pools that the operator hands out of.
    pub struct Operator {
        /// With mode `multi-pool`: pools that are made at the start, by name.
        #[serde(rename = "autoCreateCiliumPodIPPools")]
        pub auto_create_cilium_pod_ip_pools: Setting<Open>,
        /// The size of each node's part, as a prefix length.
        ///
        /// Chart default: `24`.
        #[serde(rename = "clusterPoolIPv4MaskSize")]
        pub cluster_pool_ipv4_mask_size: Setting<i64>,
        /// Removed; the chart refuses it with mode `cluster-pool`. Use `clusterPoolIPv4PodCIDRList`.
        ///
        /// Until 1.18.
        #[serde(rename = "clusterPoolIPv4PodCIDR")]
        pub cluster_pool_ipv4_pod_cidr: Setting<String>,
        /// With mode `cluster-pool`: the networks for pods. The chart's own covers most home networks and
        /// Talos' pods and services. Not to be changed in a running cluster.
        ///
        /// Chart default: `[10.0.0.0/8]`.
        #[serde(rename = "clusterPoolIPv4PodCIDRList")]
        pub cluster_pool_ipv4_pod_cidr_list: Setting<TextOrList>,
        /// The size of each node's part, as a prefix length.
        ///
        /// Chart default: `120`.
        #[serde(rename = "clusterPoolIPv6MaskSize")]
        pub cluster_pool_ipv6_mask_size: Setting<i64>,
        /// Removed; the chart refuses it with mode `cluster-pool`. Use `clusterPoolIPv6PodCIDRList`.
        ///
        /// Until 1.18.
        #[serde(rename = "clusterPoolIPv6PodCIDR")]
        pub cluster_pool_ipv6_pod_cidr: Setting<String>,
        /// With mode `cluster-pool`: the IPv6 networks for pods.
        ///
        /// Chart default: `[fd00::/104]`.
        #[serde(rename = "clusterPoolIPv6PodCIDRList")]
        pub cluster_pool_ipv6_pod_cidr_list: Setting<TextOrList>,
        /// How many requests to the cloud's API may come at once.
        ///
        /// Chart default: none.
        #[serde(rename = "externalAPILimitBurstSize")]
        pub external_api_limit_burst_size: Setting<i64>,
        /// How many requests to the cloud's API may come in a second.
        ///
        /// Chart default: none.
        #[serde(rename = "externalAPILimitQPS")]
        pub external_api_limit_qps: Setting<f64>,
    }
}

words! {
    /// Who hands out addresses to pods.
    pub enum IpamMode {
        /// Cilium's operator, out of pools of its own. Ignores the pod networks that Kubernetes knows.
        ClusterPool = "cluster-pool",
        /// Kubernetes gives each node a network; the agent hands out of that.
        Kubernetes = "kubernetes",
        /// Cilium's operator, out of `CiliumPodIPPool` objects.
        MultiPool = "multi-pool",
        /// Somebody who writes `CiliumNode` objects.
        Crd = "crd",
        /// Amazon's network interfaces.
        Eni = "eni",
        /// Azure's network interfaces.
        Azure = "azure",
        /// Alibaba Cloud's network interfaces.
        AlibabaCloud = "alibabacloud",
        /// Another plugin.
        DelegatedPlugin = "delegated-plugin",
    }
}

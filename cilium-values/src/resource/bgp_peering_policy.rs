//! `CiliumBGPPeeringPolicy`: BGP before there were cluster configurations. Until 1.18.

use super::shape::{fields, kind, words};
use super::{BgpCommunities, BgpFamily, BgpGracefulRestart, BgpServiceAddress, LabelSelector, Spec};

fields! { "camelCase"
    /// Which nodes speak BGP, and with whom (`CiliumBGPPeeringPolicy.spec`). Gone from 1.19 on; say it with
    /// `CiliumBGPClusterConfig`, `CiliumBGPPeerConfig` and `CiliumBGPAdvertisement`.
    #[doc(alias = "CiliumBGPPeeringPolicy")]
    pub struct BgpPeeringPolicySpec {
        /// The speakers on each node; at least one.
        pub virtual_routers: Vec<BgpVirtualRouter>,
        optional {
            /// The nodes, by their labels. Absent: every node. Two policies may not select one node.
            pub node_selector: LabelSelector,
        }
    }

    /// A speaker.
    pub struct BgpVirtualRouter {
        /// Number of its autonomous system, 0 to 4294967295.
        #[serde(rename = "localASN")]
        pub local_asn: u32,
        /// Whom it speaks with; at least one.
        pub neighbors: Vec<BgpNeighbor>,
        optional {
            /// Whether the node's own range of pod addresses is told. Absent: no.
            #[serde(rename = "exportPodCIDR")]
            pub export_pod_cidr: bool,
            /// The pod pools of which ranges are told, by their labels. Absent: none.
            #[serde(rename = "podIPPoolSelector")]
            pub pod_ip_pool_selector: LabelSelector,
            /// The services of which addresses are told, by their labels. Absent: none.
            pub service_selector: LabelSelector,
            /// Which addresses of them. Absent: those of load balancers.
            pub service_advertisements: Vec<BgpServiceAddress>,
        }
    }

    /// Somebody to speak with.
    pub struct BgpNeighbor {
        /// Its address, with the length of a prefix: `10.0.0.1/32`.
        pub peer_address: String,
        /// Number of its autonomous system.
        #[serde(rename = "peerASN")]
        pub peer_asn: u32,
        optional {
            /// Its port. Absent: 179.
            pub peer_port: u16,
            /// Name of the secret with the password of the session. Absent: none.
            pub auth_secret_ref: String,
            /// How many hops it may be away, 1 to 255. Absent: 1.
            #[serde(rename = "eBGPMultihopTTL")]
            pub ebgp_multihop_ttl: u8,
            /// How long until another try to open the session, in seconds. Absent: 120.
            pub connect_retry_time_seconds: i32,
            /// How long silence ends the session, in seconds. Absent: 90.
            pub hold_time_seconds: i32,
            /// How often it is told that all is well, in seconds. Absent: 30.
            pub keep_alive_time_seconds: i32,
            /// How the session outlives a restart of the agent. Absent: it does not.
            pub graceful_restart: BgpGracefulRestart,
            /// The families that are exchanged. Absent: IPv4 and IPv6 unicast.
            pub families: Vec<BgpFamily>,
            /// What is told with some of the routes.
            pub advertised_path_attributes: Vec<BgpPathAttributes>,
        }
    }

    /// What is told with some routes.
    pub struct BgpPathAttributes {
        /// The sort of routes.
        pub selector_type: BgpSelectorType,
        optional {
            /// Which of that sort, by labels. Absent: all.
            pub selector: LabelSelector,
            /// Marks of the routes.
            pub communities: BgpCommunities,
            /// How much the routes are preferred within an autonomous system. Absent: 100.
            pub local_preference: i64,
        }
    }
}

words! {
    /// A sort of routes.
    pub enum BgpSelectorType {
        /// The node's own range of pod addresses.
        PodCidr = "PodCIDR",
        /// Addresses of services, by their pools.
        CiliumLoadBalancerIpPool = "CiliumLoadBalancerIPPool",
        /// Ranges of pod pools.
        CiliumPodIpPool = "CiliumPodIPPool",
    }
}

kind!(
    BgpPeeringPolicySpec, "CiliumBGPPeeringPolicy", "ciliumbgppeeringpolicies", ["bgpp"], Cluster, Spec<Self>,
    ..19 => "cilium.io/v2alpha1",
);

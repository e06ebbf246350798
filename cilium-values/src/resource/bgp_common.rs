//! What the kinds about BGP share.

use super::shape::{fields, words};

fields! { "camelCase"
    /// A family of routes: what is exchanged with a peer is per family.
    pub struct BgpFamily {
        /// The address family.
        pub afi: Afi,
        /// What of the family.
        pub safi: Safi,
    }

    /// Marks of a route by which routers decide what to do with it.
    #[derive(Default)]
    pub struct BgpCommunities {
        optional {
            /// Marks of two numbers, `65000:100`, or one of 32 bits (RFC 1997).
            pub standard: Vec<String>,
            /// Marks that have a meaning everywhere.
            pub well_known: Vec<WellKnownCommunity>,
            /// Marks of three numbers, `65000:100:1` (RFC 8092).
            pub large: Vec<String>,
        }
    }

    /// How a session outlives a restart of the agent (RFC 4724).
    pub struct BgpGracefulRestart {
        /// Whether the peer keeps routes while the agent restarts.
        pub enabled: bool,
        optional {
            /// How long, in seconds, 1 to 4095. Absent: 120.
            pub restart_time_seconds: u32,
        }
    }

    /// The configuration of sessions that a peer refers to.
    pub struct BgpPeerConfigReference {
        /// Name of the `CiliumBGPPeerConfig`.
        pub name: String,
        optional {
            /// Its group. Absent: `cilium.io`. Only in v2alpha1.
            pub group: String,
            /// Its kind. Absent: `CiliumBGPPeerConfig`. Only in v2alpha1.
            pub kind: String,
        }
    }

    /// How a peer is found that has no address here. Since 1.18.
    pub struct BgpAutoDiscovery {
        /// Where it is looked for.
        pub mode: BgpAutoDiscoveryMode,
        optional {
            /// Which default gateway is meant, for that mode.
            pub default_gateway: BgpDefaultGateway,
        }
    }

    /// The default gateway that is the peer.
    pub struct BgpDefaultGateway {
        /// Of which family.
        pub address_family: BgpAddressFamily,
    }
}

words! {
    /// Address families of BGP (RFC 4760).
    pub enum Afi {
        /// IPv4.
        Ipv4 = "ipv4",
        /// IPv6.
        Ipv6 = "ipv6",
        /// Layer 2 VPN.
        L2vpn = "l2vpn",
        /// Link state.
        Ls = "ls",
        /// Opaque.
        Opaque = "opaque",
    }

    /// Subsequent address families of BGP. The agents exchange `unicast` only.
    pub enum Safi {
        /// Unicast.
        Unicast = "unicast",
        /// Multicast.
        Multicast = "multicast",
        /// MPLS labels.
        MplsLabel = "mpls_label",
        /// Encapsulation.
        Encapsulation = "encapsulation",
        /// VPLS.
        Vpls = "vpls",
        /// Ethernet VPN.
        Evpn = "evpn",
        /// Link state.
        Ls = "ls",
        /// Segment routing policies.
        SrPolicy = "sr_policy",
        /// Mobile user plane.
        Mup = "mup",
        /// MPLS VPN.
        MplsVpn = "mpls_vpn",
        /// Multicast in MPLS VPN.
        MplsVpnMulticast = "mpls_vpn_multicast",
        /// Constraints of route targets.
        RouteTargetConstraints = "route_target_constraints",
        /// Flow specifications.
        FlowspecUnicast = "flowspec_unicast",
        /// Flow specifications of VPNs.
        FlowspecVpn = "flowspec_vpn",
        /// Keys and values.
        KeyValue = "key_value",
    }

    /// Communities with a meaning everywhere (IANA's registry).
    pub enum WellKnownCommunity {
        /// To the whole internet.
        Internet = "internet",
        /// About to be shut down.
        PlannedShut = "planned-shut",
        /// Accept although it is one's own.
        AcceptOwn = "accept-own",
        /// Route filter, IPv4, translated.
        RouteFilterTranslatedV4 = "route-filter-translated-v4",
        /// Route filter, IPv4.
        RouteFilterV4 = "route-filter-v4",
        /// Route filter, IPv6, translated.
        RouteFilterTranslatedV6 = "route-filter-translated-v6",
        /// Route filter, IPv6.
        RouteFilterV6 = "route-filter-v6",
        /// Long-lived graceful restart: stale.
        LlgrStale = "llgr-stale",
        /// No long-lived graceful restart.
        NoLlgr = "no-llgr",
        /// Drop what is sent there.
        Blackhole = "blackhole",
        /// Not beyond the confederation.
        NoExport = "no-export",
        /// To no other peer.
        NoAdvertise = "no-advertise",
        /// Not beyond the autonomous system.
        NoExportSubconfed = "no-export-subconfed",
        /// To no bilateral peer.
        NoPeer = "no-peer",
    }

    /// Where a peer is looked for.
    pub enum BgpAutoDiscoveryMode {
        /// The node's default gateway is the peer.
        DefaultGateway = "DefaultGateway",
    }

    /// A family of addresses, in the spelling of BGP kinds.
    pub enum BgpAddressFamily {
        /// IPv4.
        Ipv4 = "ipv4",
        /// IPv6.
        Ipv6 = "ipv6",
    }

    /// Which addresses of a service are told to peers.
    pub enum BgpServiceAddress {
        /// `status.loadBalancer.ingress`.
        LoadBalancerIp = "LoadBalancerIP",
        /// `spec.clusterIPs`.
        ClusterIp = "ClusterIP",
        /// `spec.externalIPs`.
        ExternalIp = "ExternalIP",
    }
}

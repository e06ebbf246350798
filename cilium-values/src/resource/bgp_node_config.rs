//! `CiliumBGPNodeConfig`: what the operator makes of the BGP configuration for one node.

use super::shape::{fields, kind};
use super::{Afi, BgpAutoDiscovery, BgpPeerConfigReference, Condition, Safi, SpecAndStatus};

fields! { "camelCase"
    /// What one node speaks (`CiliumBGPNodeConfig.spec`). The operator writes it; the object is named after the node.
    #[doc(alias = "CiliumBGPNodeConfig")]
    pub struct BgpNodeConfigSpec {
        /// The speakers, 1 to 16.
        pub bgp_instances: Vec<BgpNodeInstance>,
    }

    /// A speaker on the node.
    pub struct BgpNodeInstance {
        /// Its name.
        pub name: String,
        optional {
            /// Number of its autonomous system.
            #[serde(rename = "localASN")]
            pub local_asn: u32,
            /// The TCP port at which it listens. Absent: it does not.
            pub local_port: u16,
            /// Its router identity, in the form of an IPv4 address. Absent: the node's IPv4 address.
            #[serde(rename = "routerID")]
            pub router_id: String,
            /// Whom it speaks with.
            pub peers: Vec<BgpNodePeer>,
        }
    }

    /// Somebody to speak with.
    pub struct BgpNodePeer {
        /// A name for it.
        pub name: String,
        optional {
            /// Its address.
            pub peer_address: String,
            /// Number of its autonomous system.
            #[serde(rename = "peerASN")]
            pub peer_asn: u32,
            /// The address from which sessions are opened. Absent: any.
            pub local_address: String,
            /// How the session is configured.
            pub peer_config_ref: BgpPeerConfigReference,
            /// How it is found if it has no address. Since 1.18.
            pub auto_discovery: BgpAutoDiscovery,
        }
    }

    /// What came of it (`CiliumBGPNodeConfig.status`).
    #[derive(Default)]
    pub struct BgpNodeConfigStatus {
        optional {
            /// The speakers.
            pub bgp_instances: Vec<BgpNodeInstanceStatus>,
            /// What the agent says about the configuration. Since 1.18.
            pub conditions: Vec<Condition>,
        }
    }

    /// The state of a speaker.
    pub struct BgpNodeInstanceStatus {
        /// Its name.
        pub name: String,
        optional {
            /// Number of its autonomous system.
            #[serde(rename = "localASN")]
            pub local_asn: u32,
            /// Its sessions.
            pub peers: Vec<BgpNodePeerStatus>,
        }
    }

    /// The state of a session.
    pub struct BgpNodePeerStatus {
        /// The peer's name.
        pub name: String,
        /// The peer's address.
        pub peer_address: String,
        optional {
            /// Number of the peer's autonomous system.
            #[serde(rename = "peerASN")]
            pub peer_asn: u32,
            /// The state of RFC 4271, such as `established`.
            pub peering_state: String,
            /// When the session was established last (RFC 3339).
            pub established_time: String,
            /// The times that both sides agreed upon.
            pub timers: BgpNegotiatedTimers,
            /// Exchanged routes per family.
            pub route_count: Vec<BgpRouteCount>,
        }
    }

    /// Times that both sides of a session agreed upon.
    #[derive(Default)]
    pub struct BgpNegotiatedTimers {
        optional {
            /// How long silence ends the session, in seconds.
            pub applied_hold_time_seconds: i32,
            /// How often the peer is told that all is well, in seconds.
            pub applied_keepalive_seconds: i32,
        }
    }

    /// Exchanged routes of a family.
    pub struct BgpRouteCount {
        /// The address family.
        pub afi: Afi,
        /// What of the family.
        pub safi: Safi,
        optional {
            /// Routes told to the peer.
            pub advertised: i32,
            /// Routes told by the peer.
            pub received: i32,
        }
    }
}

kind!(
    BgpNodeConfigSpec, "CiliumBGPNodeConfig", "ciliumbgpnodeconfigs", ["cbgpnode"], Cluster,
    SpecAndStatus<Self, BgpNodeConfigStatus>, ..18 => "cilium.io/v2alpha1", 18.. => "cilium.io/v2",
);

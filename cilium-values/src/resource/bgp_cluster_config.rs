//! `CiliumBGPClusterConfig`: which nodes speak BGP, and with whom.

use super::shape::{fields, kind};
use super::{BgpAutoDiscovery, BgpPeerConfigReference, Conditions, LabelSelector, SpecAndStatus};

fields! { "camelCase"
    /// Which nodes speak BGP, and with whom (`CiliumBGPClusterConfig.spec`).
    #[doc(alias = "CiliumBGPClusterConfig")]
    pub struct BgpClusterConfigSpec {
        /// The speakers on each node, 1 to 16; their names are unique.
        pub bgp_instances: Vec<BgpInstance>,
        optional {
            /// The nodes, by their labels. Absent: every node.
            pub node_selector: LabelSelector,
        }
    }

    /// A speaker.
    pub struct BgpInstance {
        /// Its name, 1 to 255 characters.
        pub name: String,
        optional {
            /// Number of its autonomous system, 1 to 4294967295.
            #[serde(rename = "localASN")]
            pub local_asn: u32,
            /// The TCP port at which it listens. Absent: it opens sessions and does not listen. Since 1.17.
            pub local_port: u16,
            /// Whom it speaks with; their names are unique.
            pub peers: Vec<BgpPeer>,
        }
    }

    /// Somebody to speak with.
    pub struct BgpPeer {
        /// A name for it, 1 to 255 characters.
        pub name: String,
        optional {
            /// Its address. Absent: it is discovered, or there is no session.
            pub peer_address: String,
            /// Number of its autonomous system. Absent or 0: any.
            #[serde(rename = "peerASN")]
            pub peer_asn: u32,
            /// How the session is configured. Absent: as a configuration without any key.
            pub peer_config_ref: BgpPeerConfigReference,
            /// How it is found if it has no address here. Since 1.18.
            pub auto_discovery: BgpAutoDiscovery,
        }
    }
}

kind!(
    BgpClusterConfigSpec, "CiliumBGPClusterConfig", "ciliumbgpclusterconfigs", ["cbgpcluster"], Cluster,
    SpecAndStatus<Self, Conditions>, ..18 => "cilium.io/v2alpha1", 18.. => "cilium.io/v2",
);

//! `CiliumBGPNodeConfigOverride`: what one node speaks differently.

use super::Spec;
use super::shape::{fields, kind};

fields! { "camelCase"
    /// What one node speaks differently (`CiliumBGPNodeConfigOverride.spec`). The object is named after the node.
    #[doc(alias = "CiliumBGPNodeConfigOverride")]
    pub struct BgpNodeConfigOverrideSpec {
        /// The speakers that differ, found by their names; at least one.
        pub bgp_instances: Vec<BgpInstanceOverride>,
    }

    /// What is different about a speaker.
    pub struct BgpInstanceOverride {
        /// Its name in the cluster's configuration.
        pub name: String,
        optional {
            /// Its router identity, in the form of an IPv4 address.
            #[serde(rename = "routerID")]
            pub router_id: String,
            /// The TCP port at which it listens.
            pub local_port: u16,
            /// Number of its autonomous system. Since 1.18.
            #[serde(rename = "localASN")]
            pub local_asn: u32,
            /// The peers that differ, found by their names.
            pub peers: Vec<BgpPeerOverride>,
        }
    }

    /// What is different about a peer.
    pub struct BgpPeerOverride {
        /// Its name in the cluster's configuration.
        pub name: String,
        optional {
            /// The address from which sessions are opened.
            pub local_address: String,
            /// The port from which sessions are opened. 1.16 and 1.17 only.
            pub local_port: u16,
        }
    }
}

kind!(
    BgpNodeConfigOverrideSpec, "CiliumBGPNodeConfigOverride", "ciliumbgpnodeconfigoverrides", ["cbgpnodeoverride"],
    Cluster, Spec<Self>, ..18 => "cilium.io/v2alpha1", 18.. => "cilium.io/v2",
);

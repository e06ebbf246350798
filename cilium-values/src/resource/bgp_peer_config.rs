//! `CiliumBGPPeerConfig`: how sessions with peers are configured.

use super::shape::{fields, kind};
use super::{Afi, BgpGracefulRestart, Conditions, LabelSelector, Safi, SpecAndStatus};

fields! { "camelCase"
    /// How sessions are configured (`CiliumBGPPeerConfig.spec`).
    #[doc(alias = "CiliumBGPPeerConfig")]
    #[derive(Default)]
    pub struct BgpPeerConfigSpec {
        optional {
            /// The families that are exchanged, and what of each. Absent: IPv4 and IPv6 unicast, with no route told.
            pub families: Vec<BgpFamilyWithAdvertisements>,
            /// Name of the secret with the password of the sessions (TCP MD5), in `bgpControlPlane.secretsNamespace`.
            /// Absent: none.
            pub auth_secret_ref: String,
            /// How many hops a peer of another autonomous system may be away, 1 to 255. Absent: 1.
            pub ebgp_multihop: u8,
            /// How sessions outlive a restart of the agent. Absent: they do not.
            pub graceful_restart: BgpGracefulRestart,
            /// Times of the sessions.
            pub timers: BgpTimers,
            /// TCP of the sessions.
            pub transport: BgpTransport,
        }
    }

    /// A family that is exchanged.
    pub struct BgpFamilyWithAdvertisements {
        /// The address family.
        pub afi: Afi,
        /// What of the family.
        pub safi: Safi,
        optional {
            /// The advertisements of which routes are told, by the labels of the objects. Absent: none.
            pub advertisements: LabelSelector,
        }
    }

    /// Times of a session. `keepAliveTimeSeconds` may not be above `holdTimeSeconds`.
    #[derive(Default)]
    pub struct BgpTimers {
        optional {
            /// How long until another try to open a session, in seconds. Absent: 120.
            pub connect_retry_time_seconds: i32,
            /// How long silence ends a session, in seconds, 3 to 65535. Absent: 90.
            pub hold_time_seconds: i32,
            /// How often the peer is told that all is well, in seconds. Absent: 30.
            pub keep_alive_time_seconds: i32,
        }
    }

    /// TCP of a session.
    #[derive(Default)]
    pub struct BgpTransport {
        optional {
            /// The port from which sessions are opened. Absent: any. Until 1.17.
            pub local_port: u16,
            /// The peer's port. Absent: 179.
            pub peer_port: u16,
            /// The interface from whose address sessions are opened. Absent: any. Since 1.19.
            pub source_interface: String,
        }
    }
}

kind!(
    BgpPeerConfigSpec, "CiliumBGPPeerConfig", "ciliumbgppeerconfigs", ["cbgppeer"], Cluster,
    SpecAndStatus<Self, Conditions>, ..18 => "cilium.io/v2alpha1", 18.. => "cilium.io/v2",
);

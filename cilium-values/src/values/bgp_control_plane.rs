//! `bgpControlPlane`: the BGP speaker that is configured by custom resources.

use crate::values::common::{SecretsNamespace, Toggle};
use crate::values::shape::{shapes, words};
use crate::values::{Group, Setting};

shapes! {
    /// `bgpControlPlane`: the BGP speaker that is configured by custom resources.
    pub struct BgpControlPlane {
        /// Whether it speaks. Off, the resources are ignored.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Whether routes bear the origin `INCOMPLETE`, as they did.
        ///
        /// Since 1.18.
        pub legacy_origin_attribute: Group<Toggle>,
        /// Where router identities come from.
        ///
        /// Since 1.18.
        #[serde(rename = "routerIDAllocation")]
        pub router_id_allocation: Group<RouterIdAllocation>,
        /// The namespace of the Secrets with passwords of peers.
        pub secrets_namespace: Group<SecretsNamespace>,
        /// Whether agents report the state of sessions on the resources.
        ///
        /// Since 1.17.
        pub status_report: Group<Toggle>,
    }

    /// `bgpControlPlane.routerIDAllocation`: where router identities come from.
    pub struct RouterIdAllocation {
        /// With mode `ip-pool`: the IPv4 network they are taken from.
        ///
        /// Chart default: empty. Since 1.18.
        pub ip_pool: Setting<String>,
        /// How they are chosen.
        ///
        /// Chart default: `default`. Since 1.18.
        pub mode: Setting<RouterIdMode>,
    }
}

words! {
    /// How router identities are chosen.
    pub enum RouterIdMode {
        /// From the node's IPv4 address, or its hardware address.
        Default = "default",
        /// From a pool.
        IpPool = "ip-pool",
    }
}

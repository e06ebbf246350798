//! `bgp`: the first BGP speaker, until 1.16.

use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `bgp`: the first BGP speaker, after `MetalLB`.
    pub struct Bgp {
        /// What it announces; at least one of the two.
        ///
        /// Until 1.16.
        pub announce: Group<Announce>,
        /// Whether it speaks.
        ///
        /// Chart default: `false`. Until 1.16.
        pub enabled: Setting<bool>,
    }

    /// `bgp.announce`: what it announces; at least one of the two.
    pub struct Announce {
        /// Addresses of services.
        ///
        /// Chart default: `false`. Until 1.16.
        #[serde(rename = "loadbalancerIP")]
        pub loadbalancer_ip: Setting<bool>,
        /// Networks of pods.
        ///
        /// Chart default: `false`. Until 1.16.
        #[serde(rename = "podCIDR")]
        pub pod_cidr: Setting<bool>,
    }
}

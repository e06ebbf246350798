//! Addresses of the pods of a node.

use std::collections::BTreeMap;

use crate::resource::shape::{fields, words};

fields! { "kebab-case"
    /// Addresses that a node may give to its pods.
    #[derive(Default)]
    pub struct IpamSpec {
        optional {
            /// Its networks.
            #[serde(rename = "podCIDRs")]
            pub pod_cidrs: Vec<String>,
            /// Its single IPv4 addresses, in modes that hand out single ones.
            pub pool: BTreeMap<String, IpamOwner>,
            /// Its single IPv6 addresses.
            pub ipv6_pool: BTreeMap<String, IpamOwner>,
            /// Its parts of pools, in mode `multi-pool`.
            pub pools: IpamPools,
            /// How many addresses it has at least.
            pub min_allocate: i64,
            /// How many addresses it has at most.
            pub max_allocate: i64,
            /// How many addresses it has besides those in use.
            pub pre_allocate: i64,
            /// How many more it may have before it gives some back.
            pub max_above_watermark: i64,
            /// Tags of the static address that it wants on AWS.
            pub static_ip_tags: BTreeMap<String, String>,
        }
    }

    /// Who has an address.
    #[derive(Default)]
    pub struct IpamOwner {
        optional {
            /// The pod, or what else it is for. Absent: nobody.
            pub owner: String,
            /// The interface or other thing of the provider that has the address.
            pub resource: String,
        }
    }

    /// Parts of pools.
    #[derive(Default)]
    pub struct IpamPools {
        optional {
            /// What the node wants.
            pub requested: Vec<IpamRequest>,
            /// What it has.
            pub allocated: Vec<IpamAllocated>,
        }
    }

    /// What a node wants of a pool.
    pub struct IpamRequest {
        /// The pool.
        pub pool: String,
        optional {
            /// How many addresses.
            pub needed: IpamNeeded,
        }
    }

    /// How many addresses a node wants.
    #[derive(Default)]
    pub struct IpamNeeded {
        optional {
            /// IPv4 addresses.
            pub ipv4_addrs: i64,
            /// IPv6 addresses.
            pub ipv6_addrs: i64,
        }
    }

    /// What a node has of a pool.
    pub struct IpamAllocated {
        /// The pool.
        pub pool: String,
        optional {
            /// The networks.
            pub cidrs: Vec<String>,
            /// Whether the first address of each is given to a pod. Since 1.20.
            #[serde(rename = "allowFirstIP")]
            pub allow_first_ip: bool,
            /// Whether the last address of each is given to a pod. Since 1.20.
            #[serde(rename = "allowLastIP")]
            pub allow_last_ip: bool,
        }
    }

    /// What became of the addresses of a node.
    #[derive(Default)]
    pub struct IpamStatus {
        optional {
            /// IPv4 addresses in use.
            pub used: BTreeMap<String, IpamOwner>,
            /// IPv6 addresses in use.
            pub ipv6_used: BTreeMap<String, IpamOwner>,
            /// How far networks are used up.
            pub pod_cidrs: BTreeMap<String, IpamPodCidr>,
            /// IPv4 addresses that are given back.
            pub release_ips: BTreeMap<String, IpamRelease>,
            /// IPv6 addresses that are given back. Since 1.20.
            #[serde(rename = "release-ipv6s")]
            pub release_ipv6s: BTreeMap<String, IpamRelease>,
            /// What the operator could not do.
            pub operator_status: IpamOperatorStatus,
            /// The static address that the node got.
            #[serde(rename = "assigned-static-ip")]
            pub assigned_static_ip: String,
        }
    }

    /// How far a network is used up.
    #[derive(Default)]
    pub struct IpamPodCidr {
        optional {
            /// How far.
            pub status: IpamPodCidrStatus,
        }
    }

    /// What the operator could not do.
    #[derive(Default)]
    pub struct IpamOperatorStatus {
        optional {
            /// Why.
            pub error: String,
        }
    }
}

words! {
    /// How far a network is used up.
    pub enum IpamPodCidrStatus {
        /// Given back.
        Released = "released",
        /// Used up.
        Depleted = "depleted",
        /// In use.
        InUse = "in-use",
    }

    /// How far the giving back of an address is.
    pub enum IpamRelease {
        /// The operator wants it back.
        MarkedForRelease = "marked-for-release",
        /// The agent does not use it.
        ReadyForRelease = "ready-for-release",
        /// The agent uses it.
        DoNotRelease = "do-not-release",
        /// It is back.
        Released = "released",
    }
}

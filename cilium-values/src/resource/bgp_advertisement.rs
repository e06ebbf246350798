//! `CiliumBGPAdvertisement`: which routes are told to peers.

use super::shape::{fields, kind, words};
use super::{BgpCommunities, BgpServiceAddress, LabelSelector, Spec};

fields! { "camelCase"
    /// Which routes are told to peers (`CiliumBGPAdvertisement.spec`).
    ///
    /// Peer configurations select advertisements by the labels of the object.
    #[doc(alias = "CiliumBGPAdvertisement")]
    pub struct BgpAdvertisementSpec {
        /// The routes; at least one.
        pub advertisements: Vec<BgpAdvertisement>,
    }

    /// Routes of one sort.
    pub struct BgpAdvertisement {
        /// The sort.
        pub advertisement_type: BgpAdvertisementType,
        optional {
            /// Which addresses of services; needed for the sort `Service`, refused for others.
            pub service: BgpServiceOptions,
            /// Which interface; needed for the sort `Interface`, refused for others. Since 1.19.
            pub interface: BgpInterfaceOptions,
            /// Which services or pools, by their labels. Absent: none. Refused for the sort `PodCIDR`.
            pub selector: LabelSelector,
            /// What is told with the routes.
            pub attributes: BgpAttributes,
        }
    }

    /// Which addresses of services are told.
    pub struct BgpServiceOptions {
        /// The sorts of addresses; at least one.
        pub addresses: Vec<BgpServiceAddress>,
        optional {
            /// Length of the IPv4 prefix into which addresses are put together, 1 to 31. Absent: 32. Since 1.18.
            #[serde(rename = "aggregationLengthIPv4")]
            pub aggregation_length_ipv4: i16,
            /// Length of the IPv6 prefix into which addresses are put together, 1 to 127. Absent: 128. Since 1.18.
            #[serde(rename = "aggregationLengthIPv6")]
            pub aggregation_length_ipv6: i16,
        }
    }

    /// An interface of which the addresses are told.
    pub struct BgpInterfaceOptions {
        /// Its name on the node.
        pub name: String,
    }

    /// What is told with routes.
    #[derive(Default)]
    pub struct BgpAttributes {
        optional {
            /// Marks of the routes.
            pub communities: BgpCommunities,
            /// How much these routes are preferred within an autonomous system. Absent: 100. Without effect outside of
            /// one.
            pub local_preference: i64,
        }
    }
}

words! {
    /// A sort of routes.
    pub enum BgpAdvertisementType {
        /// The node's own range of pod addresses.
        PodCidr = "PodCIDR",
        /// The ranges that the node has of pod pools.
        CiliumPodIpPool = "CiliumPodIPPool",
        /// Addresses of services.
        Service = "Service",
        /// Addresses of an interface. Since 1.19.
        Interface = "Interface",
    }
}

kind!(
    BgpAdvertisementSpec, "CiliumBGPAdvertisement", "ciliumbgpadvertisements", ["cbgpadvert"], Cluster, Spec<Self>,
    ..18 => "cilium.io/v2alpha1", 18.. => "cilium.io/v2",
);

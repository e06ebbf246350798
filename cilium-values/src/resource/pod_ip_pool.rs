//! `CiliumPodIPPool`: addresses of pods.

use super::shape::{fields, kind};
use super::{LabelSelector, Spec};

fields! { "camelCase"
    /// Addresses that pods get (`CiliumPodIPPool.spec`). Needs the chart's `ipam.mode: multi-pool`. A pool cannot be
    /// made smaller.
    #[doc(alias = "CiliumPodIPPool")]
    #[derive(Default)]
    pub struct PodIpPoolSpec {
        optional {
            /// IPv4 addresses.
            pub ipv4: PodIpPoolFamily,
            /// IPv6 addresses.
            pub ipv6: PodIpPoolFamily,
            /// The pods, by their labels. Absent: those that ask for the pool by its name. Since 1.19.
            pub pod_selector: LabelSelector,
            /// The pods, by labels of their namespace. Since 1.19.
            pub namespace_selector: LabelSelector,
            /// Whether the first address of each part is given to a pod. Absent: no. Since 1.20.
            #[serde(rename = "allowFirstIP")]
            pub allow_first_ip: bool,
            /// Whether the last address of each part is given to a pod. Absent: no. Since 1.20.
            #[serde(rename = "allowLastIP")]
            pub allow_last_ip: bool,
        }
    }

    /// Addresses of a family.
    pub struct PodIpPoolFamily {
        /// The networks; none may be removed.
        pub cidrs: Vec<String>,
        /// Length of the prefix of the part that a node gets at a time, 1 to 32 or 1 to 128. It cannot be changed.
        pub mask_size: u8,
    }
}

kind!(
    PodIpPoolSpec, "CiliumPodIPPool", "ciliumpodippools", ["cpip"], Cluster, Spec<Self>, _ => "cilium.io/v2alpha1",
);

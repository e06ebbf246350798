//! `CiliumExternalWorkload`: a machine outside of the cluster. Until 1.17.

use super::SpecAndStatus;
use super::shape::{fields, kind};

fields! { "kebab-case"
    /// A machine outside of the cluster that takes part in its network (`CiliumExternalWorkload.spec`).
    #[doc(alias = "CiliumExternalWorkload")]
    #[derive(Default)]
    pub struct ExternalWorkloadSpec {
        optional {
            /// The range of its IPv4 address. Absent: any.
            pub ipv4_alloc_cidr: String,
            /// The range of its IPv6 address. Absent: any.
            pub ipv6_alloc_cidr: String,
        }
    }

    /// What it got (`CiliumExternalWorkload.status`).
    #[derive(Default)]
    pub struct ExternalWorkloadStatus {
        optional {
            /// The number of its identity.
            pub id: i64,
            /// Its address.
            pub ip: String,
        }
    }
}

kind!(
    ExternalWorkloadSpec, "CiliumExternalWorkload", "ciliumexternalworkloads", ["cew"], Cluster,
    SpecAndStatus<Self, ExternalWorkloadStatus>, ..18 => "cilium.io/v2",
);

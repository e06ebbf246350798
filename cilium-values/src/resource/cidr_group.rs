//! `CiliumCIDRGroup`: networks with a name.

use super::Spec;
use super::shape::{fields, kind};

fields! { "camelCase"
    /// Networks that policies refer to by the name or the labels of the object (`CiliumCIDRGroup.spec`).
    #[doc(alias = "CiliumCIDRGroup")]
    pub struct CidrGroupSpec {
        /// The networks; there may be none.
        #[serde(rename = "externalCIDRs")]
        pub external_cidrs: Vec<String>,
    }
}

kind!(
    CidrGroupSpec, "CiliumCIDRGroup", "ciliumcidrgroups", ["ccg"], Cluster, Spec<Self>,
    ..18 => "cilium.io/v2alpha1", 18.. => "cilium.io/v2",
);

//! `CiliumDatapathPlugin`: a program that is hooked into the datapath. Since 1.20.

use super::Spec;
use super::shape::{fields, kind, words};

fields! { "camelCase"
    /// A program that is hooked into the datapath (`CiliumDatapathPlugin.spec`). It is named after the object; unstable
    /// from birth.
    #[doc(alias = "CiliumDatapathPlugin")]
    pub struct DatapathPluginSpec {
        /// What happens where it cannot be hooked in.
        pub attachment_policy: DatapathPluginAttachment,
        /// Its version; another one makes the agents hook it in anew.
        pub version: String,
    }
}

words! {
    /// What happens where a plugin cannot be hooked in.
    pub enum DatapathPluginAttachment {
        /// The datapath is not loaded without it.
        Always = "Always",
        /// The datapath is loaded without it.
        BestEffort = "BestEffort",
    }
}

kind!(
    DatapathPluginSpec, "CiliumDatapathPlugin", "ciliumdatapathplugins", ["cddp"], Cluster, Spec<Self>,
    20.. => "cilium.io/v2alpha1",
);

//! Versions of Talos that Omni knows.

use super::message::message;
use crate::resource::Spec;

message! {
    /// A version of Talos that Omni knows. Its id is the version, without a `v`.
    TalosVersion = "TalosVersionSpec" {
        /// The version, without a `v`.
        version: String = "version",
        /// The versions of Kubernetes that run on it.
        compatible_kubernetes_versions: Vec<String> = "compatiblekubernetesversions",
        /// Whether it is too old for new clusters.
        deprecated: bool = "deprecated",
        /// The versions of Talos that a machine can go to from it.
        upgradable_talos_versions: Vec<String> = "upgradabletalosversions",
        /// Whether this Omni is not known to work with it.
        unsupported: bool = "unsupported",
        /// The URL of the image factory that has it; the primary one if both have.
        image_factory_url: String = "imagefactoryurl",
        /// Whether that is an enterprise image factory.
        is_enterprise: bool = "isenterprise",
    }
}

impl Spec for TalosVersion {
    const TYPE: &'static str = "TalosVersions.omni.sidero.dev";
}

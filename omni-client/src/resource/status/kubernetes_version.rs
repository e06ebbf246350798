//! Versions of Kubernetes that Omni knows.

use super::message::message;
use crate::resource::Spec;

message! {
    /// A version of Kubernetes that Omni knows. Its id is the version, without a `v`.
    KubernetesVersion = "KubernetesVersionSpec" {
        /// The version, without a `v`.
        version: String = "version",
    }
}

impl Spec for KubernetesVersion {
    const TYPE: &'static str = "KubernetesVersions.omni.sidero.dev";
}

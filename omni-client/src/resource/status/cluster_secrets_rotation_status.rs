//! How far the rotation of a cluster's secrets is.

use super::message::{enumeration, message};
use crate::resource::Spec;

message! {
    /// How far the rotation of a cluster's certificate authorities is. Its id is the cluster's name.
    ClusterSecretsRotationStatus = "ClusterSecretsRotationStatusSpec" {
        /// The part of the rotation that is under way.
        phase: Phase = "phase",
        /// Which authority is rotated.
        component: Component = "component",
        /// What went wrong; empty if nothing did.
        error: String = "error",
        /// The step within the phase, in words.
        step: String = "step",
        /// How far the step is, in words.
        status: String = "status",
    }
}

impl Spec for ClusterSecretsRotationStatus {
    const TYPE: &'static str = "ClusterSecretsRotationStatuses.omni.sidero.dev";
}

enumeration! {
    /// A part of a rotation.
    Phase = "SecretRotationSpec.Phase" {
        /// Nothing is rotated.
        Ok = 0,
        /// The new authority is made known to all machines.
        PreRotate = 1,
        /// Certificates of the new authority come into use.
        Rotate = 2,
        /// The old authority is forgotten.
        PostRotate = 3,
    }
}

enumeration! {
    /// Which certificate authority is rotated.
    Component = "SecretRotationSpec.Component" {
        /// None.
        None = 0,
        /// The one of the Talos API.
        TalosCa = 1,
        /// The one of Kubernetes.
        KubernetesCa = 2,
    }
}

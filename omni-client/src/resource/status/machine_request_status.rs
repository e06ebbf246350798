//! How far a provider is with a machine that it was asked to make.

use super::message::{enumeration, message};
use crate::resource::Spec;

message! {
    /// How far a provider is with a machine that it was asked to make. Its id is that of the request.
    MachineRequestStatus = "MachineRequestStatusSpec" {
        /// The UUID of the machine; empty until it is known.
        id: String = "id",
        /// How far the provider is.
        stage: Stage = "stage",
        /// What went wrong; empty if nothing did.
        error: String = "error",
        /// What the provider is doing, in its own words.
        status: String = "status",
    }
}

impl Spec for MachineRequestStatus {
    const TYPE: &'static str = "MachineRequestStatuses.omni.sidero.dev";
    const NAMESPACE: &'static str = "infra-provider";
}

enumeration! {
    /// How far a provider is with a machine.
    Stage = "MachineRequestStatusSpec.Stage" {
        /// The provider has not said.
        Unknown = 0,
        /// It is being made.
        Provisioning = 1,
        /// It is made.
        Provisioned = 2,
        /// It could not be made.
        Failed = 3,
    }
}

//! How far a machine is that a provider makes for a cluster.

use super::message::{enumeration, message};
use crate::resource::Spec;

message! {
    /// How far a machine is that a provider makes for a machine set. Its id is the one of the machine request.
    ClusterMachineRequestStatus = "ClusterMachineRequestStatusSpec" {
        /// What the provider says that it is doing.
        status: String = "status",
        /// The UUID of the machine; empty until it is known.
        machine_uuid: String = "machineuuid",
        /// The provider's name.
        provider_id: String = "providerid",
        /// How far the provider is.
        stage: Stage = "stage",
        /// What went wrong; empty if nothing did.
        error: String = "error",
    }
}

impl Spec for ClusterMachineRequestStatus {
    const TYPE: &'static str = "ClusterMachineRequestStatuses.omni.sidero.dev";
}

enumeration! {
    /// How far a provider is with a machine.
    Stage = "ClusterMachineRequestStatusSpec.Stage" {
        /// Nobody knows yet.
        Unknown = 0,
        /// The provider has not begun.
        Pending = 1,
        /// It is making the machine.
        Provisioning = 2,
        /// The machine is made.
        Provisioned = 3,
        /// The machine is being taken away.
        Deprovisioning = 4,
        /// The provider could not make it.
        Failed = 5,
    }
}

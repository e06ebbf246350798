//! How a machine of a cluster is doing.

use super::message::{enumeration, message};
use crate::resource::Spec;

message! {
    /// How a machine of a cluster is doing. Its id is the machine's UUID.
    ClusterMachineStatus = "ClusterMachineStatusSpec" {
        /// Whether all its services are well.
        ready: bool = "ready",
        /// What it is busy with.
        stage: Stage = "stage",
        /// Whether it has the configuration that it should have.
        config_up_to_date: bool = "configuptodate",
        /// Why its configuration was last refused; empty if it was not.
        last_config_error: String = "lastconfigerror",
        /// The address within the tunnel under which Omni reaches it.
        management_address: String = "managementaddress",
        /// What became of its configuration.
        config_apply_status: ConfigApplyStatus = "configapplystatus",
        /// Whether the machine was removed from Omni.
        is_removed: bool = "isremoved",
        /// The request that it was provisioned for; absent if for none.
        provision_status: Option<ProvisionStatus> = "provisionstatus",
    }
}

impl Spec for ClusterMachineStatus {
    const TYPE: &'static str = "ClusterMachineStatuses.omni.sidero.dev";
}

message! {
    /// Where a provisioned machine comes from.
    ProvisionStatus = "ClusterMachineStatusSpec.ProvisionStatus" {
        /// The id of the infrastructure provider.
        provider_id: String = "providerid",
        /// The id of the machine request.
        request_id: String = "requestid",
    }
}

enumeration! {
    /// What a machine is busy with.
    Stage = "ClusterMachineStatusSpec.Stage" {
        /// Nobody knows.
        Unknown = 0,
        /// It is starting.
        Booting = 1,
        /// Talos is being written to its disk.
        Installing = 2,
        /// Talos is being upgraded.
        Upgrading = 6,
        /// It is being given its configuration.
        Configuring = 3,
        /// It is doing its work.
        Running = 4,
        /// It is restarting.
        Rebooting = 7,
        /// It is stopping.
        ShuttingDown = 8,
        /// It is about to leave the cluster.
        BeforeDestroy = 9,
        /// It is leaving the cluster, and is wiped.
        Destroying = 5,
        /// Its provider is switching it on.
        PoweringOn = 10,
        /// It is switched off.
        PoweredOff = 11,
    }
}

enumeration! {
    /// What became of a configuration.
    ConfigApplyStatus = "ConfigApplyStatus" {
        /// Nobody knows.
        Unknown = 0,
        /// It is yet to be given to the machine.
        Pending = 1,
        /// The machine has it.
        Applied = 2,
        /// The machine could not be given it.
        Failed = 3,
    }
}

//! Work that Omni has under way.

use super::cluster_destroy_status::DestroyStatus;
use super::cluster_secrets_rotation_status::ClusterSecretsRotationStatus;
use super::kubernetes_upgrade_status::KubernetesUpgradeStatus;
use super::machine_upgrade_status::MachineUpgradeStatus;
use super::message::message;
use super::talos_upgrade_status::TalosUpgradeStatus;
use crate::resource::Spec;

message! {
    /// Work that Omni has under way. Its id ends in the kind of work, such as `-talos-update`.
    OngoingTask = "OngoingTaskSpec" {
        /// What is being done, for people.
        title: String = "title",
        /// The id of what it is done to, such as the name of a cluster.
        resource_id: String = "resourceid",
        /// How far it is.
        details: Option<Details> = "details",
    }
}

impl Spec for OngoingTask {
    const TYPE: &'static str = "OngoingTasks.omni.sidero.dev";
    const NAMESPACE: &'static str = "ephemeral";
}

message! {
    /// How far work is, by its kind: one of the fields is there.
    Details = "OngoingTaskSpec.details" {
        /// A Talos upgrade of a cluster.
        #[serde(skip_serializing_if = "Option::is_none")]
        talos_upgrade: Option<TalosUpgradeStatus> = "talosupgrade",
        /// A Kubernetes upgrade of a cluster.
        #[serde(skip_serializing_if = "Option::is_none")]
        kubernetes_upgrade: Option<KubernetesUpgradeStatus> = "kubernetesupgrade",
        /// A removal.
        #[serde(skip_serializing_if = "Option::is_none")]
        destroy: Option<DestroyStatus> = "destroy",
        /// A Talos upgrade of one machine.
        #[serde(skip_serializing_if = "Option::is_none")]
        machine_upgrade: Option<MachineUpgradeStatus> = "machineupgrade",
        /// A change of a cluster's secrets.
        #[serde(skip_serializing_if = "Option::is_none")]
        secrets_rotation: Option<ClusterSecretsRotationStatus> = "secretsrotation",
    }
}

//! What whoever is signed in may do.

use super::message::message;
use crate::resource::Spec;

message! {
    /// What whoever is signed in may do outside of single clusters. Its id is `permissions`.
    Permissions = "PermissionsSpec" {
        /// Whether clusters may be seen.
        can_read_clusters: bool = "canreadclusters",
        /// Whether clusters may be made.
        can_create_clusters: bool = "cancreateclusters",
        /// Whether users may be changed.
        can_manage_users: bool = "canmanageusers",
        /// Whether machines may be seen.
        can_read_machines: bool = "canreadmachines",
        /// Whether machines may be removed from Omni.
        can_remove_machines: bool = "canremovemachines",
        /// Whether the logs of machines may be read.
        can_read_machine_logs: bool = "canreadmachinelogs",
        /// Whether configuration patches of machines may be read.
        can_read_machine_config_patches: bool = "canreadmachineconfigpatches",
        /// Whether configuration patches of machines may be changed.
        can_manage_machine_config_patches: bool = "canmanagemachineconfigpatches",
        /// Whether it may be changed where backups are kept.
        can_manage_backup_store: bool = "canmanagebackupstore",
        /// Whether machines without a configuration may be spoken to.
        can_access_maintenance_nodes: bool = "canaccessmaintenancenodes",
        /// Whether the audit log may be read.
        can_read_audit_log: bool = "canreadauditlog",
        /// Whether the tokens that machines join with may be read.
        can_read_join_tokens: bool = "canreadjointokens",
        /// Whether the tokens that machines join with may be changed.
        can_manage_join_tokens: bool = "canmanagejointokens",
        /// Whether presets for installation media may be seen.
        can_read_installation_media: bool = "canreadinstallationmedia",
        /// Whether presets for installation media may be changed.
        can_manage_installation_media: bool = "canmanageinstallationmedia",
    }
}

impl Spec for Permissions {
    const TYPE: &'static str = "Permissions.omni.sidero.dev";
    const NAMESPACE: &'static str = "virtual";
}

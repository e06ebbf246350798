//! What whoever is signed in may do with a cluster.

use super::message::message;
use crate::resource::Spec;

message! {
    /// What whoever is signed in may do with a cluster. Its id is the cluster's name.
    ClusterPermissions = "ClusterPermissionsSpec" {
        /// Whether machines may be added.
        can_add_machines: bool = "canaddmachines",
        /// Whether machines may be taken out.
        can_remove_machines: bool = "canremovemachines",
        /// Whether machines may be rebooted.
        can_reboot_machines: bool = "canrebootmachines",
        /// Whether Kubernetes may be brought to another version.
        can_update_kubernetes: bool = "canupdatekubernetes",
        /// Whether the `kubeconfig` may be had.
        can_download_kubeconfig: bool = "candownloadkubeconfig",
        /// Whether the manifests of Talos may be applied again.
        can_sync_kubernetes_manifests: bool = "cansynckubernetesmanifests",
        /// Whether Talos may be brought to another version.
        can_update_talos: bool = "canupdatetalos",
        /// Whether the `talosconfig` may be had.
        can_download_talosconfig: bool = "candownloadtalosconfig",
        /// Whether configuration patches may be read.
        can_read_config_patches: bool = "canreadconfigpatches",
        /// Whether configuration patches may be changed.
        can_manage_config_patches: bool = "canmanageconfigpatches",
        /// Whether features of the cluster may be switched on and off.
        can_manage_cluster_features: bool = "canmanageclusterfeatures",
        /// Whether a support bundle may be had.
        can_download_support_bundle: bool = "candownloadsupportbundle",
        /// Whether the configuration of machines may be read.
        can_read_machine_config: bool = "canreadmachineconfig",
        /// Whether the configuration of machines may be changed.
        can_manage_machine_config: bool = "canmanagemachineconfig",
        /// Whether arguments for the kernel may be read.
        can_read_kernel_args: bool = "canreadkernelargs",
        /// Whether arguments for the kernel may be changed.
        can_manage_kernel_args: bool = "canmanagekernelargs",
        /// Whether it may be seen what machines are yet to get.
        can_read_machine_pending_updates: bool = "canreadmachinependingupdates",
        /// Whether Kubernetes manifests may be read.
        can_read_kubernetes_manifests: bool = "canreadkubernetesmanifests",
    }
}

impl Spec for ClusterPermissions {
    const TYPE: &'static str = "ClusterPermissions.omni.sidero.dev";
    const NAMESPACE: &'static str = "virtual";
}

//! What containers and pods may do.

use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// What a container may do (`SecurityContext` of Kubernetes).
    pub struct SecurityContext {
        /// Whether a process may get more rights than its parent has.
        pub allow_privilege_escalation: Setting<bool>,
        /// Linux capabilities beyond or below the runtime's own.
        pub capabilities: Group<Capabilities>,
        /// Whether it has all rights on the host.
        pub privileged: Setting<bool>,
        /// `Default` or `Unmasked`.
        pub proc_mount: Setting<String>,
        /// Whether its own file system is read-only.
        pub read_only_root_filesystem: Setting<bool>,
        /// The group of its first process.
        pub run_as_group: Setting<i64>,
        /// Whether the kubelet refuses to start it as user 0.
        pub run_as_non_root: Setting<bool>,
        /// The user of its first process.
        pub run_as_user: Setting<i64>,
        /// AppArmor.
        pub app_armor_profile: Group<Profile>,
        /// SELinux.
        pub se_linux_options: Group<SeLinuxOptions>,
        /// Seccomp.
        pub seccomp_profile: Group<Profile>,
    }

    /// What all containers of a pod may do (`PodSecurityContext` of Kubernetes).
    pub struct PodSecurityContext {
        /// The group that owns volumes.
        pub fs_group: Setting<i64>,
        /// `Always` or `OnRootMismatch`: when the owner of a volume's files is changed.
        pub fs_group_change_policy: Setting<String>,
        /// The group of first processes.
        pub run_as_group: Setting<i64>,
        /// Whether the kubelet refuses to start containers as user 0.
        pub run_as_non_root: Setting<bool>,
        /// The user of first processes.
        pub run_as_user: Setting<i64>,
        /// Further groups of first processes.
        pub supplemental_groups: Setting<Vec<i64>>,
        /// AppArmor.
        pub app_armor_profile: Group<Profile>,
        /// SELinux.
        pub se_linux_options: Group<SeLinuxOptions>,
        /// Seccomp.
        pub seccomp_profile: Group<Profile>,
    }

    /// Linux capabilities of a container.
    pub struct Capabilities {
        /// Given on top of the runtime's own.
        pub add: Setting<Vec<String>>,
        /// Taken away; `ALL` takes all.
        pub drop: Setting<Vec<String>>,
    }

    /// An AppArmor or seccomp profile.
    pub struct Profile {
        /// `Unconfined`, `RuntimeDefault` or `Localhost`.
        #[serde(rename = "type")]
        pub type_: Setting<String>,
        /// The profile on the node, with type `Localhost`.
        pub localhost_profile: Setting<String>,
    }

    /// SELinux labels. Nodes without SELinux ignore them.
    pub struct SeLinuxOptions {
        /// The level.
        pub level: Setting<String>,
        /// The role.
        pub role: Setting<String>,
        /// The type.
        #[serde(rename = "type")]
        pub type_: Setting<String>,
        /// The user.
        pub user: Setting<String>,
    }
}

//! `securityContext`: what the agent and its init containers may do.

use crate::values::common::SeLinuxOptions;
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `securityContext`: what the agent and its init containers may do.
    pub struct SecurityContext {
        /// Whether a process of the agent may get more rights than its parent has.
        ///
        /// Chart default: `false`. Since 1.18.
        pub allow_privilege_escalation: Setting<bool>,
        /// Linux capabilities, container by container. A list given here replaces the chart's.
        pub capabilities: Group<Capabilities>,
        /// Whether the agent has all rights on the host. No way around missing capabilities on Talos.
        ///
        /// Chart default: `false`.
        pub privileged: Setting<bool>,
        /// SELinux labels of the agent.
        pub se_linux_options: Group<SeLinuxOptions>,
    }

    /// `securityContext.capabilities`: linux capabilities, container by container. A list given here
    /// replaces the chart's.
    pub struct Capabilities {
        /// Of the init container that writes systemd's settings.
        ///
        /// Chart default: `[SYS_ADMIN, SYS_CHROOT, SYS_PTRACE]`.
        pub apply_sysctl_overwrites: Setting<Vec<String>>,
        /// Of the agent. `SYS_MODULE`, which the chart asks for, cannot be had on Talos: the container does
        /// not start.
        pub cilium_agent: Setting<Vec<String>>,
        /// Of the init container that removes left-over state. The same holds for `SYS_MODULE`.
        ///
        /// Chart default: `[NET_ADMIN, SYS_MODULE, SYS_ADMIN, SYS_RESOURCE]`.
        pub clean_cilium_state: Setting<Vec<String>>,
        /// Of the init container that mounts the control group hierarchy.
        ///
        /// Chart default: `[SYS_ADMIN, SYS_CHROOT, SYS_PTRACE]`.
        pub mount_cgroup: Setting<Vec<String>>,
    }
}

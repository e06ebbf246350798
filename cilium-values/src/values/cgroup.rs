//! `cgroup`: where the control group hierarchy is mounted.

use crate::values::common::Resources;
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `cgroup`: where the control group hierarchy is mounted.
    pub struct Cgroup {
        /// Whether Cilium mounts a hierarchy of its own. Off on Talos, which has one.
        pub auto_mount: Group<AutoMount>,
        /// Where the hierarchy is mounted; the real place where `autoMount` is off, `/sys/fs/cgroup` on
        /// Talos.
        ///
        /// Chart default: `/run/cilium/cgroupv2`.
        pub host_root: Setting<String>,
    }

    /// `cgroup.autoMount`: whether Cilium mounts a hierarchy of its own. Off on Talos, which has one.
    pub struct AutoMount {
        /// Whether it is on.
        ///
        /// Chart default: `true`.
        pub enabled: Setting<bool>,
        /// CPU and memory of the init container that mounts it.
        pub resources: Group<Resources>,
    }
}

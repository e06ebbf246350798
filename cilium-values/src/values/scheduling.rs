//! `scheduling`: how agents are kept apart.

use crate::values::Setting;
use crate::values::shape::{shapes, words};

shapes! {
    /// `scheduling`: how agents are kept apart.
    pub struct Scheduling {
        /// By whom.
        ///
        /// Chart default: `anti-affinity`. Since 1.17.
        pub mode: Setting<SchedulingMode>,
    }
}

words! {
    /// Who keeps agents apart.
    pub enum SchedulingMode {
        /// A rule in the pods.
        AntiAffinity = "anti-affinity",
        /// The scheduler, by the ports of the host that are taken.
        KubeScheduler = "kube-scheduler",
    }
}

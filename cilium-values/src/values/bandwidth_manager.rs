//! `bandwidthManager`: limits of bandwidth by annotations on pods.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `bandwidthManager`: limits of bandwidth by annotations on pods.
    pub struct BandwidthManager {
        /// Whether TCP of pods uses BBR. Needs kernel 5.18 and eBPF host routing.
        ///
        /// Chart default: `false`.
        pub bbr: Setting<bool>,
        /// Whether only TCP of the host does. Needs `bbr`.
        ///
        /// Chart default: `false`. Since 1.18.
        pub bbr_host_namespace_only: Setting<bool>,
        /// Whether limits are enforced.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
    }
}

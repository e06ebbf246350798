//! `l2podAnnouncements`: unasked-for ARP for addresses of pods.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `l2podAnnouncements`: unasked-for ARP for addresses of pods.
    pub struct L2podAnnouncements {
        /// Whether it is on.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// The device.
        ///
        /// Chart default: `eth0`. Until 1.18.
        pub interface: Setting<String>,
        /// A Go regular expression for devices.
        ///
        /// Since 1.18.
        pub interface_pattern: Setting<String>,
    }
}

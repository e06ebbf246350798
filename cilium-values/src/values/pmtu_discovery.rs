//! `pmtuDiscovery`: finding the size of packets that fits a path.

use crate::values::Setting;
use crate::values::shape::{shapes, words};

shapes! {
    /// `pmtuDiscovery`: finding the size of packets that fits a path.
    pub struct PmtuDiscovery {
        /// Whether pods are told.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Whether TCP of pods probes by itself.
        ///
        /// Chart default: `blackhole`. Since 1.19.
        #[serde(rename = "packetizationLayerPMTUDMode")]
        pub packetization_layer_pmtud_mode: Setting<PlpmtudMode>,
    }
}

words! {
    /// Whether TCP of pods probes for the size of packets that fits.
    pub enum PlpmtudMode {
        /// As the kernel has it.
        Default = "",
        /// As the kernel has it.
        Unset = "unset",
        /// Always.
        Always = "always",
        /// Where packets seem to be swallowed.
        Blackhole = "blackhole",
        /// Never.
        Disabled = "disabled",
    }
}

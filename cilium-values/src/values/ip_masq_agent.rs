//! `ipMasqAgent`: masquerading with exceptions.

use crate::values::Setting;
use crate::values::common::Any;
use crate::values::shape::shapes;

shapes! {
    /// `ipMasqAgent`: masquerading with exceptions. Needs `bpf.masquerade`.
    pub struct IpMasqAgent {
        /// The exceptions: `nonMasqueradeCIDRs`, `masqLinkLocal`, `masqLinkLocalIPv6`. None: a ConfigMap of
        /// one's own.
        pub config: Setting<Any>,
        /// Whether there are exceptions.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
    }
}

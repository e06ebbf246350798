//! `datapathPlugins`: plugins in the eBPF datapath.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `datapathPlugins`: plugins in the eBPF datapath. Unstable.
    pub struct DatapathPlugins {
        /// Whether it is on.
        ///
        /// Chart default: `false`. Since 1.20.
        pub enabled: Setting<bool>,
        /// Where they keep their sockets on the host.
        ///
        /// Chart default: `/var/run/cilium/plugins`. Since 1.20.
        pub state_dir: Setting<String>,
    }
}

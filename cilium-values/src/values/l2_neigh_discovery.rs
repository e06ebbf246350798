//! `l2NeighDiscovery`: looking up other nodes' hardware addresses.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `l2NeighDiscovery`: looking up other nodes' hardware addresses.
    pub struct L2NeighDiscovery {
        /// Whether it is on.
        ///
        /// Chart default: `true`, from 1.18 on `false`.
        pub enabled: Setting<bool>,
        /// How often. A Go duration.
        ///
        /// Chart default: `30s`. Until 1.17.
        pub refresh_period: Setting<String>,
    }
}

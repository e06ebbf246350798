//! `vtep`: tunnels to devices outside the cluster.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `vtep`: tunnels to devices outside the cluster. At most 8.
    pub struct Vtep {
        /// Their networks, with blanks.
        ///
        /// Chart default: empty.
        pub cidr: Setting<String>,
        /// Whether there are any.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Their addresses, with blanks.
        ///
        /// Chart default: empty.
        pub endpoint: Setting<String>,
        /// Their hardware addresses, with blanks.
        ///
        /// Chart default: empty.
        pub mac: Setting<String>,
        /// The length of their networks, as a mask.
        ///
        /// Chart default: empty.
        pub mask: Setting<String>,
    }
}

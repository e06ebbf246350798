//! `etcd`: a key-value store of one's own.

use crate::values::Setting;
use crate::values::common::Any;
use crate::values::shape::shapes;

shapes! {
    /// `etcd`: A key-value store of one's own.
    pub struct Etcd {
        /// Whether it is on.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Its addresses, as URLs.
        ///
        /// Chart default: `[https://CHANGE-ME:2379]`.
        pub endpoints: Setting<Vec<String>>,
        /// Removed in 1.16: the chart refuses it.
        pub managed: Setting<Any>,
        /// Whether it is reached with TLS.
        ///
        /// Chart default: `false`.
        pub ssl: Setting<bool>,
    }
}

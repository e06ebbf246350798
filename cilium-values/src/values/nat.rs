//! `nat`: statistics of translated addresses.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `nat`: statistics of translated addresses.
    pub struct Nat {
        /// How many of the busiest are kept.
        ///
        /// Chart default: `32`.
        pub map_stats_entries: Setting<i64>,
        /// How often they are counted. A Go duration.
        ///
        /// Chart default: `30s`.
        pub map_stats_interval: Setting<String>,
    }
}

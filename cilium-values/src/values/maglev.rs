//! `maglev`: the consistent hash.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `maglev`: the consistent hash.
    pub struct Maglev {
        /// Its seed: 12 bytes in base64, the same on all nodes.
        pub hash_seed: Setting<String>,
        /// The size of its tables: one of 251, 509, 1021, 2039, 4093, 8191, 16381, 32749, 65521 and 131071.
        pub table_size: Setting<i64>,
    }
}

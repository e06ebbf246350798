//! `cluster`: the name and number of the cluster among others.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `cluster`: the name and number of the cluster among others.
    pub struct Cluster {
        /// The number; not 0 in a mesh, up to 255, or 511 with `clustermesh.maxConnectedClusters: 511`.
        ///
        /// Chart default: `0`.
        pub id: Setting<i64>,
        /// The name: at most 32 lower case letters, digits and `-`. The default wants number 0.
        ///
        /// Chart default: `default`.
        pub name: Setting<String>,
    }
}

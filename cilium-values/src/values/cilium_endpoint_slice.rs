//! `ciliumEndpointSlice`: endpoints in slices.

use crate::values::Setting;
use crate::values::shape::{replaced, shapes, words};

shapes! {
    /// `ciliumEndpointSlice`: endpoints in slices: fewer objects for the API server. Not with the egress
    /// gateway.
    pub struct CiliumEndpointSlice {
        /// Whether agents watch slices instead of single endpoints.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// How often slices are written, by the size of the cluster.
        pub rate_limits: Setting<Vec<SliceRateLimit>>,
        /// Which endpoints come into one slice.
        ///
        /// Chart default: `identity`. Since 1.17, until 1.17.
        pub slice_mode: Setting<SliceMode>,
    }
}

words! {
    /// Which endpoints come into one slice.
    pub enum SliceMode {
        /// Those of one identity.
        Identity = "identity",
        /// Those that came one after the other.
        Fcfs = "fcfs",
    }
}

/// How often slices are written in clusters from some number of nodes on.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SliceRateLimit {
    /// From how many nodes on.
    pub nodes: i64,
    /// How many writes in a second.
    pub limit: f64,
    /// How many writes at once.
    pub burst: i64,
}

replaced!(Vec<SliceRateLimit>);

//! `egressGateway`: leaving the cluster through chosen nodes.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `egressGateway`: leaving the cluster through chosen nodes. Needs masquerading in eBPF.
    pub struct EgressGateway {
        /// Whether it is on.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Entries in the map of rules.
        pub max_policy_entries: Setting<i64>,
        /// The least time between two recalculations. A Go duration.
        ///
        /// Chart default: `1s`.
        pub reconciliation_trigger_interval: Setting<String>,
    }
}

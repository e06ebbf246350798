//! `k8sClientRateLimit`: how often Cilium may ask the API server.

use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `k8sClientRateLimit`: how often Cilium may ask the API server.
    pub struct K8sClientRateLimit {
        /// How many requests of an agent may come at once; not below `qps`. None: 20.
        ///
        /// Chart default: none.
        pub burst: Setting<i64>,
        /// The same for the operator.
        ///
        /// Since 1.17.
        pub operator: Group<Operator>,
        /// How many requests of an agent may come in a second. None: 10. Every announced service costs the
        /// leading agent one per `l2announcements.leaseRenewDeadline`.
        ///
        /// Chart default: none.
        pub qps: Setting<i64>,
    }

    /// `k8sClientRateLimit.operator`: the same for the operator.
    pub struct Operator {
        /// How many may come at once. None: 200.
        ///
        /// Chart default: none. Since 1.17.
        pub burst: Setting<i64>,
        /// How many may come in a second. None: 100.
        ///
        /// Chart default: none. Since 1.17.
        pub qps: Setting<i64>,
    }
}

//! `resourceQuotas`: room for pods of high priority.

use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `resourceQuotas`: room for pods of high priority outside `kube-system`.
    pub struct ResourceQuotas {
        /// For agents.
        pub cilium: Group<Cilium>,
        /// Whether quotas are made.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// For operators.
        pub operator: Group<Operator>,
    }

    /// `resourceQuotas.cilium`: for agents.
    pub struct Cilium {
        /// The limit.
        pub hard: Group<CiliumHard>,
    }

    /// `resourceQuotas.operator`: for operators.
    pub struct Operator {
        /// The limit.
        pub hard: Group<OperatorHard>,
    }

    /// `resourceQuotas.cilium.hard`: the limit.
    pub struct CiliumHard {
        /// How many pods.
        ///
        /// Chart default: `10k`.
        pub pods: Setting<String>,
    }

    /// `resourceQuotas.operator.hard`: the limit.
    pub struct OperatorHard {
        /// How many pods.
        ///
        /// Chart default: `15`.
        pub pods: Setting<String>,
    }
}

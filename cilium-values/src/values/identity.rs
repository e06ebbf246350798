//! Identities: the words of `identityAllocationMode` and `identityManagementMode`.

use crate::values::shape::words;

words! {
    /// Where identities are kept.
    pub enum IdentityAllocationMode {
        /// In custom resources.
        Crd = "crd",
        /// In a key-value store, which `etcd.enabled` must provide.
        KvStore = "kvstore",
        /// In both; read from the store. Since 1.17.
        DoubleWriteReadKvStore = "doublewrite-readkvstore",
        /// In both; read from custom resources. Since 1.17.
        DoubleWriteReadCrd = "doublewrite-readcrd",
    }
}

words! {
    /// Who makes identities.
    pub enum IdentityManagementMode {
        /// Each agent.
        Agent = "agent",
        /// The operator.
        Operator = "operator",
        /// Both, on the way from one to the other.
        Both = "both",
    }
}

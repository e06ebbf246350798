//! Policies: the words of `policyEnforcementMode` and `policyDenyResponse`.

use crate::values::shape::words;

words! {
    /// What happens to pods that no policy selects.
    pub enum PolicyEnforcementMode {
        /// They are free.
        Default = "default",
        /// They are cut off.
        Always = "always",
        /// All are free: no policy counts.
        Never = "never",
    }
}

words! {
    /// What a pod hears when a policy drops its packet.
    pub enum PolicyDenyResponse {
        /// Nothing.
        None = "none",
        /// An ICMP error.
        Icmp = "icmp",
    }
}

//! `localRedirectPolicies`: sending packets to a pod on the same node.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `localRedirectPolicies`: sending packets to a pod on the same node.
    pub struct LocalRedirectPolicies {
        /// The only networks whose addresses may be redirected; none for all.
        ///
        /// Chart default: none. Since 1.18.
        #[serde(rename = "addressMatcherCIDRs")]
        pub address_matcher_cidrs: Setting<Vec<String>>,
        /// Whether `CiliumLocalRedirectPolicy` objects count.
        ///
        /// Chart default: `false`. Since 1.18.
        pub enabled: Setting<bool>,
    }
}

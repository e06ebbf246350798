//! `l2announcements`: answering ARP and neighbour discovery for addresses of services.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `l2announcements`: answering ARP and neighbour discovery for addresses of services. Needs
    /// `kubeProxyReplacement`.
    pub struct L2announcements {
        /// Whether it is on.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// How long the announcing node keeps its role without a word. At least a second, and more than
        /// `leaseRenewDeadline`. A Go duration; 15s when absent.
        pub lease_duration: Setting<String>,
        /// How long the announcing node tries to renew its role. More than 1.2 times `leaseRetryPeriod`. A
        /// Go duration; 5s when absent.
        pub lease_renew_deadline: Setting<String>,
        /// How long all nodes wait between two tries. A Go duration; 2s when absent.
        pub lease_retry_period: Setting<String>,
    }
}

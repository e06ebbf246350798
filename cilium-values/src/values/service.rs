//! Services: the words of `defaultLBServiceIPAM` and `serviceNoBackendResponse`.

use crate::values::shape::words;

words! {
    /// Who gives addresses to services of type `LoadBalancer` without a class.
    pub enum ServiceIpam {
        /// LB-IPAM, out of its pools.
        LbIpam = "lbipam",
        /// Node IPAM: addresses of nodes.
        NodeIpam = "nodeipam",
        /// Nobody here.
        None = "none",
    }
}

words! {
    /// What a client hears when a service has no endpoints.
    pub enum NoBackendResponse {
        /// An ICMP error.
        Reject = "reject",
        /// Nothing.
        Drop = "drop",
    }
}

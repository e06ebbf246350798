//! `socketLB`: choosing the endpoint when a program connects.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `socketLB`: choosing the endpoint when a program connects, not per packet.
    pub struct SocketLb {
        /// Whether it is on. Implied by `kubeProxyReplacement`.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Whether only programs on the host are served so. Needed with Istio, `KubeVirt`, gVisor and Kata.
        pub host_namespace_only: Setting<bool>,
        /// Whether connections to endpoints that are gone are ended.
        pub terminate_pod_connections: Setting<bool>,
        /// Whether it reports what it does.
        pub tracing: Setting<bool>,
    }
}

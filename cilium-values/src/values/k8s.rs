//! `k8s`: how agents talk to Kubernetes.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `k8s`: how agents talk to Kubernetes.
    pub struct K8s {
        /// Addresses of API servers, as URLs with blanks.
        ///
        /// Since 1.18.
        #[serde(rename = "apiServerURLs")]
        pub api_server_urls: Setting<String>,
        /// Whether an agent waits for the node's IPv4 network of pods.
        ///
        /// Chart default: `false`.
        #[serde(rename = "requireIPv4PodCIDR")]
        pub require_ipv4_pod_cidr: Setting<bool>,
        /// Whether an agent waits for the node's IPv6 network of pods.
        ///
        /// Chart default: `false`.
        #[serde(rename = "requireIPv6PodCIDR")]
        pub require_ipv6_pod_cidr: Setting<bool>,
        /// The only label `service.kubernetes.io/service-proxy-name` that is served; absent for services
        /// without it.
        pub service_proxy_name: Setting<String>,
    }
}

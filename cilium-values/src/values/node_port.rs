//! `nodePort`: services on ports of every node.

use crate::values::Setting;
use crate::values::common::TextOrList;
use crate::values::shape::shapes;

shapes! {
    /// `nodePort`: services on ports of every node.
    pub struct NodePort {
        /// Networks of the node's addresses that serve; none for all.
        ///
        /// Chart default: none.
        pub addresses: Setting<TextOrList>,
        /// Whether the kernel is kept from giving those ports away.
        ///
        /// Chart default: `true`.
        pub auto_protect_port_range: Setting<bool>,
        /// Whether programs are kept from binding them.
        ///
        /// Chart default: `true`.
        pub bind_protection: Setting<bool>,
        /// The device for endpoints on other nodes; `+` at the end stands for any rest.
        pub direct_routing_device: Setting<String>,
        /// Whether the source address is looked up per packet.
        ///
        /// Chart default: `false`. Since 1.20.
        pub enable_dynamic_source_lookup: Setting<bool>,
        /// Whether each node says whether it has endpoints.
        ///
        /// Chart default: `true`.
        pub enable_health_check: Setting<bool>,
        /// Whether it says so at the service's address too.
        ///
        /// Chart default: `false`.
        #[serde(rename = "enableHealthCheckLoadBalancerIP")]
        pub enable_health_check_load_balancer_ip: Setting<bool>,
        /// Whether they are served without `kubeProxyReplacement`.
        ///
        /// Chart default: `false`. Until 1.18.
        pub enabled: Setting<bool>,
        /// The ports, as `first,last` with a comma; a dash kills the agent. Must be the API server's range.
        pub range: Setting<String>,
    }
}

//! `gatewayAPI`: gateways of the Gateway API.

use crate::values::common::{BoolOrText, SyncedNamespace, Texts, TrafficPolicy};
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `gatewayAPI`: Gateways of the Gateway API. Needs `kubeProxyReplacement`, and the API's definitions
    /// before the operator starts.
    pub struct GatewayApi {
        /// Whether TLS listeners negotiate the protocol; gRPC needs it.
        ///
        /// Chart default: `false`.
        pub enable_alpn: Setting<bool>,
        /// Whether `appProtocol` of services counts.
        ///
        /// Chart default: `false`.
        pub enable_app_protocol: Setting<bool>,
        /// Whether listeners expect the PROXY protocol.
        ///
        /// Chart default: `false`.
        pub enable_proxy_protocol: Setting<bool>,
        /// Whether they are served.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Which endpoints serve what comes to a gateway.
        ///
        /// Chart default: `Cluster`.
        pub external_traffic_policy: Setting<TrafficPolicy>,
        /// The `GatewayClass` called `cilium`.
        pub gateway_class: Group<GatewayClass>,
        /// Listening on the nodes themselves instead of on services.
        pub host_network: Group<HostNetwork>,
        /// The namespace of certificates of gateways.
        pub secrets_namespace: Group<SyncedNamespace>,
        /// Whether the address of the connection counts as the client's.
        ///
        /// Chart default: `true`. Since 1.20.
        pub use_remote_address: Setting<bool>,
        /// How many proxies before the gateway are believed.
        ///
        /// Chart default: `0`.
        pub xff_num_trusted_hops: Setting<i64>,
    }

    /// `gatewayAPI.gatewayClass`: the `GatewayClass` called `cilium`.
    pub struct GatewayClass {
        /// Whether the chart makes it: `true`, `false`, or `auto` for where the cluster knows the kind,
        /// which `helm template` never sees.
        ///
        /// Chart default: `auto`.
        pub create: Setting<BoolOrText>,
    }

    /// `gatewayAPI.hostNetwork`: listening on the nodes themselves instead of on services.
    pub struct HostNetwork {
        /// Whether gateways do.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// On which nodes.
        pub nodes: Group<HostNetworkNodes>,
    }

    /// `gatewayAPI.hostNetwork.nodes`: on which nodes.
    pub struct HostNetworkNodes {
        /// Labels of those nodes; none for all.
        pub match_labels: Setting<Texts>,
    }
}

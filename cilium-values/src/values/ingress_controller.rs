//! `ingressController`: Ingress objects.

use crate::values::common::{ServiceType, SyncedNamespace, Texts, TrafficPolicy};
use crate::values::shape::{shapes, words};
use crate::values::{Group, Setting};

shapes! {
    /// `ingressController`: Ingress objects. Needs `kubeProxyReplacement`.
    pub struct IngressController {
        /// Whether Ingress objects without a class are served.
        ///
        /// Chart default: `false`.
        pub default_: Setting<bool>,
        /// The Secret with the certificate of hosts without one.
        ///
        /// Chart default: none.
        pub default_secret_name: Setting<String>,
        /// The namespace of that Secret.
        ///
        /// Chart default: none.
        pub default_secret_namespace: Setting<String>,
        /// Whether listeners expect the PROXY protocol.
        ///
        /// Chart default: `false`.
        pub enable_proxy_protocol: Setting<bool>,
        /// Whether they are served.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Whether hosts with a certificate redirect from HTTP.
        ///
        /// Chart default: `true`.
        pub enforce_https: Setting<bool>,
        /// Listening on the nodes themselves instead of on services.
        pub host_network: Group<HostNetwork>,
        /// Beginnings of annotations that are copied to the service.
        #[serde(rename = "ingressLBAnnotationPrefixes")]
        pub ingress_lb_annotation_prefixes: Setting<Vec<String>>,
        /// How many services there are.
        ///
        /// Chart default: `dedicated`.
        pub loadbalancer_mode: Setting<IngressMode>,
        /// The namespace of certificates of hosts.
        pub secrets_namespace: Group<SyncedNamespace>,
        /// The shared service.
        pub service: Group<Service>,
        /// Whether the address of the connection counts as the client's.
        ///
        /// Chart default: `true`. Since 1.20.
        pub use_remote_address: Setting<bool>,
        /// How many proxies before it are believed.
        ///
        /// Chart default: `0`. Since 1.20.
        pub xff_num_trusted_hops: Setting<i64>,
    }

    /// `ingressController.hostNetwork`: listening on the nodes themselves instead of on services.
    pub struct HostNetwork {
        /// Whether it does.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// The port for HTTP.
        ///
        /// Chart default: `0`. Since 1.20.
        pub http_port: Setting<i64>,
        /// The port for HTTPS.
        ///
        /// Chart default: `0`. Since 1.20.
        pub https_port: Setting<i64>,
        /// On which nodes.
        pub nodes: Group<HostNetworkNodes>,
        /// The port of the shared listener. Must be free on those nodes.
        ///
        /// Chart default: `8080`.
        pub shared_listener_port: Setting<i64>,
        /// The port for TLS that is passed on.
        ///
        /// Chart default: `0`. Since 1.20.
        pub tls_passthrough_port: Setting<i64>,
    }

    /// `ingressController.service`: the shared service.
    pub struct Service {
        /// Whether it gets ports on every node too.
        ///
        /// Chart default: none.
        pub allocate_load_balancer_node_ports: Setting<bool>,
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// Which endpoints serve what comes from outside.
        ///
        /// Chart default: `Cluster`.
        pub external_traffic_policy: Setting<TrafficPolicy>,
        /// The port of nodes for HTTP.
        ///
        /// Chart default: none.
        pub insecure_node_port: Setting<i64>,
        /// Labels on its objects.
        pub labels: Setting<Texts>,
        /// Which controller gives it an address.
        ///
        /// Chart default: none.
        pub load_balancer_class: Setting<String>,
        /// The address it asks for.
        ///
        /// Chart default: none.
        #[serde(rename = "loadBalancerIP")]
        pub load_balancer_ip: Setting<String>,
        /// Its name.
        ///
        /// Chart default: `cilium-ingress`.
        pub name: Setting<String>,
        /// The port of nodes for HTTPS.
        ///
        /// Chart default: none.
        pub secure_node_port: Setting<i64>,
        /// How it is reached.
        ///
        /// Chart default: `LoadBalancer`.
        pub type_: Setting<ServiceType>,
    }

    /// `ingressController.hostNetwork.nodes`: on which nodes.
    pub struct HostNetworkNodes {
        /// Labels of those nodes; none for all.
        pub match_labels: Setting<Texts>,
    }
}

words! {
    /// How many services Ingress objects get.
    pub enum IngressMode {
        /// One each.
        Dedicated = "dedicated",
        /// One for all.
        Shared = "shared",
    }
}

//! `CiliumGatewayClassConfig`: how gateways of a class are made. Since 1.18.

use std::collections::BTreeMap;

use super::shape::{fields, kind, words};
use super::{Conditions, SpecAndStatus};

fields! { "camelCase"
    /// How gateways of a class are made (`CiliumGatewayClassConfig.spec`). A `GatewayClass` refers to it.
    #[doc(alias = "CiliumGatewayClassConfig")]
    #[derive(Default)]
    pub struct GatewayClassConfigSpec {
        optional {
            /// A note for people, at most 64 characters.
            pub description: String,
            /// The service of each gateway.
            pub service: GatewayService,
            /// What is told about requests. Since 1.18.12 and 1.19.6.
            pub telemetry: GatewayTelemetry,
            /// HTTP at the gateway. Since 1.20.
            pub http_options: GatewayHttpOptions,
            /// Envoy at the gateway. Since 1.20.
            pub envoy: GatewayEnvoy,
        }
    }

    /// The service of a gateway. The fields are those of a service of Kubernetes.
    #[derive(Default)]
    pub struct GatewayService {
        optional {
            /// Its type. Absent: `LoadBalancer`.
            #[serde(rename = "type")]
            pub type_: GatewayServiceType,
            /// Which endpoints serve what comes from outside. Absent: `Cluster`.
            pub external_traffic_policy: String,
            /// Its controller of load balancers. Absent: the cluster's own.
            pub load_balancer_class: String,
            /// Its address families. Absent: the cluster's own.
            pub ip_families: Vec<String>,
            /// Whether it wants both families. Absent: one.
            pub ip_family_policy: String,
            /// Whether it gets ports on every node too. Absent: yes.
            pub allocate_load_balancer_node_ports: bool,
            /// Networks of clients. Absent: all are let in.
            pub load_balancer_source_ranges: Vec<String>,
            /// What the networks of clients mean. Absent: `Allow`.
            pub load_balancer_source_ranges_policy: GatewaySourceRangesPolicy,
            /// Which endpoints are better, such as `PreferClose`.
            pub traffic_distribution: String,
        }
    }

    /// What is told about requests.
    #[derive(Default)]
    pub struct GatewayTelemetry {
        optional {
            /// Logs of requests.
            pub access_logs: Vec<GatewayAccessLog>,
        }
    }

    /// A log of requests.
    pub struct GatewayAccessLog {
        /// The form of its lines.
        pub format: GatewayAccessLogFormat,
        optional {
            /// The keys of a line, each with Envoy's operator for its value. Absent: fifteen common ones.
            pub json: BTreeMap<String, String>,
            /// A line with Envoy's operators. Absent: Envoy's usual one.
            pub text: String,
            /// What is logged. Absent: HTTP.
            pub targets: Vec<GatewayAccessLogTarget>,
        }
    }

    /// HTTP at the gateway.
    #[derive(Default)]
    pub struct GatewayHttpOptions {
        optional {
            /// Calls of gRPC from browsers.
            pub grpc_web_translation: GatewayGrpcWeb,
        }
    }

    /// Calls of gRPC from browsers.
    #[derive(Default)]
    pub struct GatewayGrpcWeb {
        optional {
            /// Whether they are translated. Absent: yes.
            pub enabled: bool,
        }
    }

    /// Envoy at the gateway.
    #[derive(Default)]
    pub struct GatewayEnvoy {
        optional {
            /// What becomes of the header `server` of answers. Absent: it is overwritten.
            pub server_header_transformation: GatewayServerHeader,
        }
    }
}

words! {
    /// The type of a gateway's service.
    pub enum GatewayServiceType {
        /// `LoadBalancer`.
        LoadBalancer = "LoadBalancer",
        /// `NodePort`.
        NodePort = "NodePort",
    }

    /// What networks of clients mean.
    pub enum GatewaySourceRangesPolicy {
        /// They are let in.
        Allow = "Allow",
        /// They are kept out.
        Deny = "Deny",
    }

    /// The form of lines of a log.
    pub enum GatewayAccessLogFormat {
        /// An object each.
        Json = "JSON",
        /// A text each.
        Text = "Text",
    }

    /// What is logged.
    pub enum GatewayAccessLogTarget {
        /// Requests.
        Http = "HTTP",
        /// Connections.
        Tcp = "TCP",
    }

    /// What becomes of the header `server`.
    pub enum GatewayServerHeader {
        /// Envoy writes its own.
        Overwrite = "OVERWRITE",
        /// Envoy writes its own where there is none.
        AppendIfAbsent = "APPEND_IF_ABSENT",
        /// It is left as it is.
        PassThrough = "PASS_THROUGH",
    }
}

kind!(
    GatewayClassConfigSpec, "CiliumGatewayClassConfig", "ciliumgatewayclassconfigs", ["cgcc"], Namespaced,
    SpecAndStatus<Self, Conditions>, 18.. => "cilium.io/v2alpha1",
);

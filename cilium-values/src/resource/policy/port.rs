//! Ports of a rule.

use super::{L7Rules, SecretRef};
use crate::resource::shape::{fields, words};

fields! { "camelCase"
    /// Ports, and what may be said at them.
    #[derive(Default)]
    pub struct PortRule {
        optional {
            /// The ports, at most 40.
            pub ports: Vec<PortProtocol>,
            /// What may be said. Absent: anything.
            pub rules: L7Rules,
            /// Where connections go instead.
            pub listener: Listener,
            /// How TLS of clients is ended, so that what is said can be read.
            #[serde(rename = "terminatingTLS")]
            pub terminating_tls: TlsContext,
            /// How TLS goes on to servers.
            #[serde(rename = "originatingTLS")]
            pub originating_tls: TlsContext,
            /// Names that clients ask for (SNI).
            pub server_names: Vec<String>,
        }
    }

    /// Ports that are denied.
    #[derive(Default)]
    pub struct PortDenyRule {
        optional {
            /// The ports, at most 40.
            pub ports: Vec<PortProtocol>,
        }
    }

    /// A port, or a range of them.
    pub struct PortProtocol {
        /// Its number or its name, as a text; `0` for all.
        pub port: String,
        optional {
            /// The last one of a range; for numbers only.
            pub end_port: u16,
            /// The transport. Absent: any.
            pub protocol: PolicyProtocol,
        }
    }

    /// A listener of Envoy.
    pub struct Listener {
        /// Where it is configured.
        pub envoy_config: EnvoyConfigRef,
        /// Its name there.
        pub name: String,
        optional {
            /// Which of several listeners for a port wins: the lowest, 1 to 100. Absent: the last.
            pub priority: u16,
        }
    }

    /// A configuration of Envoy.
    pub struct EnvoyConfigRef {
        /// Its name.
        pub name: String,
        optional {
            /// Its kind. Absent: that of the policy's scope.
            pub kind: EnvoyConfigKind,
        }
    }

    /// Certificates and keys.
    pub struct TlsContext {
        /// The secret that holds them.
        pub secret: SecretRef,
        optional {
            /// The key in the secret of those that are trusted. Absent: `ca.crt`.
            #[serde(rename = "trustedCA")]
            pub trusted_ca: String,
            /// The key in the secret of the certificate. Absent: `tls.crt`.
            pub certificate: String,
            /// The key in the secret of the private key. Absent: `tls.key`.
            pub private_key: String,
        }
    }
}

words! {
    /// A transport. Those without ports need the agent's `enable-extended-ip-protocols`.
    pub enum PolicyProtocol {
        /// TCP.
        Tcp = "TCP",
        /// UDP.
        Udp = "UDP",
        /// SCTP.
        Sctp = "SCTP",
        /// VRRP. Since 1.19.
        Vrrp = "VRRP",
        /// IGMP. Since 1.19.
        Igmp = "IGMP",
        /// GRE. Since 1.20.
        Gre = "GRE",
        /// IP in IP. Since 1.20.
        Ipip = "IPIP",
        /// IPv6 in IP. Since 1.20.
        Ipv6 = "IPV6",
        /// Encrypted by IPsec. Since 1.20.
        Esp = "ESP",
        /// Authenticated by IPsec. Since 1.20.
        Ah = "AH",
        /// Any with ports.
        Any = "ANY",
    }

    /// A kind of configuration of Envoy.
    pub enum EnvoyConfigKind {
        /// In a namespace.
        CiliumEnvoyConfig = "CiliumEnvoyConfig",
        /// Of the whole cluster.
        CiliumClusterwideEnvoyConfig = "CiliumClusterwideEnvoyConfig",
    }
}

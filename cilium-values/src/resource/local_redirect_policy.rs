//! `CiliumLocalRedirectPolicy`: traffic that is kept on its node.

use super::shape::{fields, kind, words};
use super::{LabelSelector, SpecAndStatus};

fields! { "camelCase"
    /// Traffic that goes to pods of the same node instead of where it was sent (`CiliumLocalRedirectPolicy.spec`).
    /// Needs the chart's `localRedirectPolicies.enabled`.
    #[doc(alias = "CiliumLocalRedirectPolicy")]
    pub struct LocalRedirectPolicySpec {
        /// The traffic.
        pub redirect_frontend: RedirectFrontend,
        /// Where it goes.
        pub redirect_backend: RedirectBackend,
        optional {
            /// Whether traffic of the backends themselves goes where it was sent. Absent: no.
            pub skip_redirect_from_backend: bool,
            /// A note for people.
            pub description: String,
        }
    }

    /// The traffic that is redirected: exactly one of the two.
    #[derive(Default)]
    pub struct RedirectFrontend {
        optional {
            /// That to an address.
            pub address_matcher: RedirectAddress,
            /// That to a service.
            pub service_matcher: RedirectService,
        }
    }

    /// Traffic to an address.
    pub struct RedirectAddress {
        /// The address.
        pub ip: String,
        /// The ports; several need names.
        pub to_ports: Vec<RedirectPort>,
    }

    /// Traffic to a service.
    pub struct RedirectService {
        /// Its namespace, which must be that of the policy.
        pub namespace: String,
        /// Its name.
        pub service_name: String,
        optional {
            /// The ports. Absent: all.
            pub to_ports: Vec<RedirectPort>,
        }
    }

    /// Where redirected traffic goes.
    pub struct RedirectBackend {
        /// The pods of the node, by their labels.
        pub local_endpoint_selector: LabelSelector,
        /// Their ports, found by name if there are several.
        pub to_ports: Vec<RedirectPort>,
    }

    /// A port.
    pub struct RedirectPort {
        /// Its number, as a text.
        pub port: String,
        /// The transport.
        pub protocol: RedirectProtocol,
        optional {
            /// A name, which pairs ports of both sides.
            pub name: String,
        }
    }

    /// What came of it (`CiliumLocalRedirectPolicy.status`). No agent writes it yet.
    #[derive(Default)]
    pub struct LocalRedirectPolicyStatus {
        optional {
            /// Whether it is in place.
            pub ok: bool,
        }
    }
}

words! {
    /// A transport.
    pub enum RedirectProtocol {
        /// TCP.
        Tcp = "TCP",
        /// UDP.
        Udp = "UDP",
    }
}

kind!(
    LocalRedirectPolicySpec, "CiliumLocalRedirectPolicy", "ciliumlocalredirectpolicies", ["clrp"], Namespaced,
    SpecAndStatus<Self, LocalRedirectPolicyStatus>, _ => "cilium.io/v2",
);

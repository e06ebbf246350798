//! `loadBalancer`: how packets to services are spread.

use crate::values::common::{Any, Toggle};
use crate::values::shape::{shapes, words};
use crate::values::{Group, Setting};

shapes! {
    /// `loadBalancer`: how packets to services are spread.
    pub struct LoadBalancer {
        /// Whether it happens in the driver of the network card.
        ///
        /// Chart default: `disabled`.
        pub acceleration: Setting<Acceleration>,
        /// How an endpoint is chosen.
        pub algorithm: Setting<Algorithm>,
        /// With `dsr`: how the service's address travels.
        pub dsr_dispatch: Setting<DsrDispatch>,
        /// Whether a new control plane is used.
        ///
        /// Chart default: `false`. Since 1.17, until 1.17.
        pub experimental: Setting<bool>,
        /// Balancing of HTTP by Envoy.
        pub l7: Group<L7>,
        /// What happens to packets whose endpoint is on another node; `snat` when absent.
        pub mode: Setting<LoadBalancerMode>,
        /// Telling TCP and UDP apart on one port.
        ///
        /// Since 1.17, until 1.18.
        pub protocol_differentiation: Group<Toggle>,
        /// How long changes of services are gathered. A Go duration.
        ///
        /// Since 1.20.
        pub reflector_wait_time: Setting<String>,
        /// Whether hints for near endpoints count.
        pub service_topology: Setting<bool>,
        /// Whether it runs without Kubernetes.
        ///
        /// Until 1.18.
        pub standalone: Setting<bool>,
    }

    /// `loadBalancer.l7`: balancing of HTTP by Envoy.
    pub struct L7 {
        /// How an endpoint is chosen.
        ///
        /// Chart default: `round_robin`.
        pub algorithm: Setting<L7Algorithm>,
        /// Whether Envoy balances services with an annotation.
        ///
        /// Chart default: `disabled`.
        pub backend: Setting<L7Backend>,
        /// Ports whose services it balances always.
        pub ports: Setting<Vec<Any>>,
    }
}

words! {
    /// Whether balancing happens in the driver of the network card (XDP).
    pub enum Acceleration {
        /// No.
        Disabled = "disabled",
        /// Yes; every device must be able to.
        Native = "native",
        /// On devices that are able to.
        BestEffort = "best-effort",
        /// Everywhere, slowly. For tests only.
        TestingOnly = "testing-only",
    }
}

words! {
    /// How an endpoint is chosen for a packet.
    pub enum Algorithm {
        /// At random.
        Random = "random",
        /// By a consistent hash.
        Maglev = "maglev",
    }
}

words! {
    /// How the service's address travels to the endpoint's node.
    pub enum DsrDispatch {
        /// As an option of the IP header.
        Opt = "opt",
        /// In another IP packet. Until 1.18 with acceleration only.
        Ipip = "ipip",
        /// In Geneve. Needs it as `tunnelProtocol`.
        Geneve = "geneve",
    }
}

words! {
    /// What happens to packets whose endpoint is on another node.
    pub enum LoadBalancerMode {
        /// They get this node's address, and answers come back through it.
        Snat = "snat",
        /// Answers go to the client directly.
        Dsr = "dsr",
        /// `dsr` for TCP, `snat` for everything else.
        Hybrid = "hybrid",
    }
}

words! {
    /// How Envoy chooses an endpoint.
    pub enum L7Algorithm {
        /// In turn.
        RoundRobin = "round_robin",
        /// The one with the fewest open requests.
        LeastRequest = "least_request",
        /// At random.
        Random = "random",
    }
}

words! {
    /// Whether Envoy balances services with an annotation.
    pub enum L7Backend {
        /// No.
        Disabled = "disabled",
        /// Yes.
        Envoy = "envoy",
    }
}

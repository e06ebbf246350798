//! How packets get to pods of other nodes: the words of `routingMode`, `tunnelProtocol` and `underlayProtocol`.

use crate::values::shape::words;

words! {
    /// How packets get to pods of other nodes.
    pub enum RoutingMode {
        /// The chart's default, which is the tunnel.
        Unset = "",
        /// Wrapped in VXLAN or Geneve.
        Tunnel = "tunnel",
        /// As they are: the network between the nodes must know the way to pods.
        Native = "native",
        /// As they are within a subnet, wrapped between subnets. Since 1.20.
        Hybrid = "hybrid",
    }
}

words! {
    /// How packets are wrapped.
    pub enum TunnelProtocol {
        /// As VXLAN.
        Unset = "",
        /// In VXLAN.
        Vxlan = "vxlan",
        /// In Geneve.
        Geneve = "geneve",
    }
}

words! {
    /// The family of wrapped packets.
    pub enum UnderlayProtocol {
        /// The agent's own choice, IPv4.
        Unset = "",
        /// IPv4.
        Ipv4 = "ipv4",
        /// IPv6.
        Ipv6 = "ipv6",
        /// Whichever is on. Since 1.20.
        Auto = "auto",
    }
}

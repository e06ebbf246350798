//! Documents about the network: links, addresses, routes, names, time and the firewall.

mod bond;
mod bridge;
mod common;
mod dummy;
mod ethernet;
mod link;
mod link_alias;
mod port_range;
mod vlan;

pub use bond::{
    AdLacpActive, AdSelect, ArpAllTargets, ArpValidate, BondConfig, BondMode, BondXmitHashPolicy,
    FailOverMac, LacpRate, PrimaryReselect,
};
pub use bridge::{BridgeConfig, BridgeStpConfig, BridgeVlanConfig};
pub use common::{AddressConfig, RouteConfig, RoutingTable};
pub use dummy::DummyLinkConfig;
pub use ethernet::{EthernetChannelsConfig, EthernetConfig, EthernetRingsConfig, WolMode};
pub use link::LinkConfig;
pub use link_alias::{LinkAliasConfig, LinkSelector};
pub use port_range::PortRange;
pub use vlan::{VlanConfig, VlanProtocol};

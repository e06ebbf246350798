//! Documents about the network: links, addresses, routes, names, time and the firewall.

mod bgp;
mod blackhole_route;
mod bond;
mod bridge;
mod client_identifier;
mod common;
mod default_action_config;
mod dhcp4;
mod dhcp6;
mod dummy;
mod ethernet;
mod hcloud_vip;
mod hostname;
mod http_probe;
mod kubespan;
mod kubespan_endpoints;
mod layer2_vip;
mod link;
mod link_alias;
mod port_range;
mod resolver;
mod routing_rule;
mod rule_config;
mod static_host;
mod tcp_probe;
mod time_sync;
mod veth;
mod vlan;
mod vrf;
mod wireguard;

pub use bgp::{BgpBfdConfig, BgpImportRoute, BgpInstanceConfig, BgpNeighborConfig};
pub use blackhole_route::BlackholeRouteConfig;
pub use bond::{
    AdLacpActive, AdSelect, ArpAllTargets, ArpValidate, BondConfig, BondMode, BondXmitHashPolicy,
    FailOverMac, LacpRate, PrimaryReselect,
};
pub use bridge::{BridgeConfig, BridgeStpConfig, BridgeVlanConfig};
pub use client_identifier::ClientIdentifier;
pub use common::{AddressConfig, RouteConfig, RoutingTable};
pub use default_action_config::{DefaultAction, NetworkDefaultActionConfig};
pub use dhcp4::Dhcpv4Config;
pub use dhcp6::Dhcpv6Config;
pub use dummy::DummyLinkConfig;
pub use ethernet::{EthernetChannelsConfig, EthernetConfig, EthernetRingsConfig, WolMode};
pub use hcloud_vip::HcloudVipConfig;
pub use hostname::{AutoHostname, HostnameConfig};
pub use http_probe::HttpProbeConfig;
pub use kubespan::{KubeSpanConfig, KubeSpanFiltersConfig};
pub use kubespan_endpoints::KubeSpanEndpointsConfig;
pub use layer2_vip::Layer2VipConfig;
pub use link::LinkConfig;
pub use link_alias::{LinkAliasConfig, LinkSelector};
pub use port_range::PortRange;
pub use resolver::{DnsProtocol, HostDnsConfig, NameserverConfig, ResolverConfig, SearchDomainsConfig};
pub use routing_rule::{RoutingRuleAction, RoutingRuleConfig};
pub use rule_config::{IngressRule, NetworkRuleConfig, Protocol, RulePortSelector};
pub use static_host::StaticHostConfig;
pub use tcp_probe::TcpProbeConfig;
pub use time_sync::{NtpConfig, PtpConfig, TimeSyncConfig};
pub use veth::{VethConfig, VethPeerConfig};
pub use vlan::{VlanConfig, VlanProtocol};
pub use vrf::VrfConfig;
pub use wireguard::{WireguardConfig, WireguardPeer};

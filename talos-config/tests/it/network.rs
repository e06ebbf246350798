//! Documents about the network.

use manifest::Secret;
use talos_config::network::{
    AutoHostname, BgpInstanceConfig, BgpNeighborConfig, BlackholeRouteConfig, BondConfig, BondMode,
    BridgeConfig, DefaultAction, Dhcpv4Config, Dhcpv6Config, DummyLinkConfig, EthernetConfig, FailOverMac,
    HcloudVipConfig, HostnameConfig, HttpProbeConfig, KubeSpanConfig, KubeSpanEndpointsConfig,
    Layer2VipConfig, LinkAliasConfig, LinkConfig, LinkSelector, NetworkDefaultActionConfig,
    NetworkRuleConfig, PortRange, Protocol, ResolverConfig, RoutingRuleConfig, RoutingTable,
    RulePortSelector, SearchDomainsConfig, StaticHostConfig, TcpProbeConfig, TimeSyncConfig, VethConfig,
    VethPeerConfig, VlanConfig, VlanProtocol, VrfConfig, WireguardConfig,
};
use talos_config::scalar::Expression;

use crate::golden;

#[test]
fn vlan_is_read_and_written_back() {
    golden::minimal(
        "network/vlan",
        &VlanConfig { vlan_id: Some(5), parent: Some("eth0".into()), ..VlanConfig::new("eth0.5") },
    );
    golden::full::<VlanConfig>("network/vlan");
}

#[test]
fn bond_is_read_and_written_back() {
    golden::minimal(
        "network/bond",
        &BondConfig {
            links: vec!["eth0".into(), "eth1".into()],
            bond_mode: Some(BondMode::ActiveBackup),
            ..BondConfig::new("bond0")
        },
    );
    golden::full::<BondConfig>("network/bond");
}

#[test]
fn bridge_is_read_and_written_back() {
    golden::minimal("network/bridge", &BridgeConfig::new("br0"));
    golden::full::<BridgeConfig>("network/bridge");
}

#[test]
fn dummy_is_read_and_written_back() {
    golden::minimal("network/dummy", &DummyLinkConfig::new("dummy0"));
    golden::full::<DummyLinkConfig>("network/dummy");
}

#[test]
fn link_is_read_and_written_back() {
    golden::minimal("network/link", &LinkConfig::new("enp0s2"));
    golden::full::<LinkConfig>("network/link");
}

#[test]
fn link_alias_is_read_and_written_back() {
    golden::minimal(
        "network/link_alias",
        &LinkAliasConfig {
            selector: Some(LinkSelector { r#match: Some(Expression::new("link.driver == \"ixgbe\"")) }),
            ..LinkAliasConfig::new("lan")
        },
    );
    golden::full::<LinkAliasConfig>("network/link_alias");
}

#[test]
fn ethernet_is_read_and_written_back() {
    golden::minimal(
        "network/ethernet",
        &EthernetConfig { wake_on_lan: Some(vec![]), ..EthernetConfig::new("eth0") },
    );
    golden::full::<EthernetConfig>("network/ethernet");
}

#[test]
fn vrf_is_read_and_written_back() {
    golden::minimal(
        "network/vrf",
        &VrfConfig { table: Some("123".parse().unwrap()), ..VrfConfig::new("vrf-blue") },
    );
    golden::full::<VrfConfig>("network/vrf");
}

#[test]
fn veth_is_read_and_written_back() {
    golden::minimal(
        "network/veth",
        &VethConfig {
            peer: Some(VethPeerConfig { name: Some("veth1".into()), ..VethPeerConfig::default() }),
            ..VethConfig::new("veth0")
        },
    );
    golden::full::<VethConfig>("network/veth");
}

#[test]
fn wireguard_is_read_and_written_back() {
    golden::minimal(
        "network/wireguard",
        &WireguardConfig {
            private_key: Some(Secret::new("hunter2AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")),
            ..WireguardConfig::new("wg0")
        },
    );
    golden::full::<WireguardConfig>("network/wireguard");
}

#[test]
fn dhcp4_is_read_and_written_back() {
    golden::minimal("network/dhcp4", &Dhcpv4Config::new("eth0"));
    golden::full::<Dhcpv4Config>("network/dhcp4");
}

#[test]
fn dhcp6_is_read_and_written_back() {
    golden::minimal("network/dhcp6", &Dhcpv6Config::new("eth0"));
    golden::full::<Dhcpv6Config>("network/dhcp6");
}

#[test]
fn layer2_vip_is_read_and_written_back() {
    golden::minimal(
        "network/layer2_vip",
        &Layer2VipConfig { link: Some("eth0".into()), ..Layer2VipConfig::new("192.0.2.10") },
    );
    golden::full::<Layer2VipConfig>("network/layer2_vip");
}

#[test]
fn hcloud_vip_is_read_and_written_back() {
    golden::minimal(
        "network/hcloud_vip",
        &HcloudVipConfig {
            link: Some("eth0".into()),
            api_token: Some(Secret::new("hunter2")),
            ..HcloudVipConfig::new("192.0.2.10")
        },
    );
    golden::full::<HcloudVipConfig>("network/hcloud_vip");
}

#[test]
fn hostname_is_read_and_written_back() {
    golden::minimal(
        "network/hostname",
        &HostnameConfig { auto: Some(AutoHostname::Off), ..HostnameConfig::default() },
    );
    golden::full::<HostnameConfig>("network/hostname");
}

#[test]
fn resolver_is_read_and_written_back() {
    golden::minimal(
        "network/resolver",
        &ResolverConfig {
            search_domains: Some(SearchDomainsConfig {
                domains: Some(vec![]),
                ..SearchDomainsConfig::default()
            }),
            ..ResolverConfig::default()
        },
    );
    golden::full::<ResolverConfig>("network/resolver");
}

#[test]
fn static_host_is_read_and_written_back() {
    golden::minimal(
        "network/static_host",
        &StaticHostConfig { hostnames: vec!["registry".into()], ..StaticHostConfig::new("10.0.0.5") },
    );
    golden::full::<StaticHostConfig>("network/static_host");
}

#[test]
fn time_sync_is_read_and_written_back() {
    golden::minimal(
        "network/time_sync",
        &TimeSyncConfig { enabled: Some(false), ..TimeSyncConfig::default() },
    );
    golden::full::<TimeSyncConfig>("network/time_sync");
}

#[test]
fn kubespan_is_read_and_written_back() {
    golden::minimal("network/kubespan", &KubeSpanConfig { enabled: Some(true), ..KubeSpanConfig::default() });
    golden::full::<KubeSpanConfig>("network/kubespan");
}

#[test]
fn kubespan_endpoints_is_read_and_written_back() {
    golden::minimal(
        "network/kubespan_endpoints",
        &KubeSpanEndpointsConfig {
            extra_announced_endpoints: vec!["192.0.2.1:51820".parse().unwrap()],
            ..KubeSpanEndpointsConfig::default()
        },
    );
    golden::full::<KubeSpanEndpointsConfig>("network/kubespan_endpoints");
}

#[test]
fn default_action_config_is_read_and_written_back() {
    golden::minimal(
        "network/default_action_config",
        &NetworkDefaultActionConfig {
            ingress: Some(DefaultAction::Block),
            ..NetworkDefaultActionConfig::default()
        },
    );
    golden::full::<NetworkDefaultActionConfig>("network/default_action_config");
}

#[test]
fn rule_config_is_read_and_written_back() {
    golden::minimal(
        "network/rule_config",
        &NetworkRuleConfig {
            port_selector: Some(RulePortSelector { ports: vec![22.into()], protocol: Some(Protocol::Tcp) }),
            ..NetworkRuleConfig::new("ssh")
        },
    );
    golden::full::<NetworkRuleConfig>("network/rule_config");
}

#[test]
fn routing_rule_is_read_and_written_back() {
    golden::minimal(
        "network/routing_rule",
        &RoutingRuleConfig { table: Some(RoutingTable::MAIN), ..RoutingRuleConfig::new("1000") },
    );
    golden::full::<RoutingRuleConfig>("network/routing_rule");
}

#[test]
fn blackhole_route_is_read_and_written_back() {
    golden::minimal("network/blackhole_route", &BlackholeRouteConfig::new("10.0.0.0/12"));
    golden::full::<BlackholeRouteConfig>("network/blackhole_route");
}

#[test]
fn tcp_probe_is_read_and_written_back() {
    golden::minimal(
        "network/tcp_probe",
        &TcpProbeConfig { endpoint: Some("proxy.example.org:3128".into()), ..TcpProbeConfig::new("proxy") },
    );
    golden::full::<TcpProbeConfig>("network/tcp_probe");
}

#[test]
fn http_probe_is_read_and_written_back() {
    golden::minimal(
        "network/http_probe",
        &HttpProbeConfig {
            url: Some("https://registry.example.org/v2/".parse().unwrap()),
            ..HttpProbeConfig::new("registry")
        },
    );
    golden::full::<HttpProbeConfig>("network/http_probe");
}

#[test]
fn bgp_is_read_and_written_back() {
    golden::minimal(
        "network/bgp",
        &BgpInstanceConfig {
            local_asn: Some(64512),
            neighbors: vec![BgpNeighborConfig { link: Some("eth0".into()), ..BgpNeighborConfig::default() }],
            ..BgpInstanceConfig::new("fabric")
        },
    );
    golden::full::<BgpInstanceConfig>("network/bgp");
}

#[test]
fn a_document_of_another_kind_or_version_is_refused() {
    let found = golden::findings::<VlanConfig>("apiVersion: v1\nkind: VlanConfig\nname: a\n");
    let expected = [
        "`apiVersion`: expected `v1alpha1`, found `v1`",
        "`kind`: expected `VLANConfig`, found `VlanConfig`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn words_are_read_in_any_case_and_written_in_upstreams() {
    assert_eq!("Balance-RR".parse::<BondMode>().unwrap(), BondMode::BalanceRr);
    assert_eq!(BondMode::Ieee8023ad.to_string(), "802.3ad");
    assert_eq!("802.1AD".parse::<VlanProtocol>().unwrap(), VlanProtocol::Dot1ad);
    let refused = "lacp".parse::<BondMode>().unwrap_err();
    assert_eq!(refused.to_string(), "lacp does not belong to BondMode values");
}

#[test]
fn fail_over_mac_is_read_by_number_but_not_in_upper_case() {
    assert_eq!("2".parse::<FailOverMac>().unwrap(), FailOverMac::Follow);
    assert_eq!("".parse::<FailOverMac>().unwrap(), FailOverMac::None);
    for text in ["Active", "3", "-1"] {
        assert!(text.parse::<FailOverMac>().is_err(), "{text}");
    }
}

#[test]
fn a_routing_table_has_a_name_or_a_number_that_no_name_has() {
    for text in ["unspec", "default", "main", "local", "1", "252"] {
        assert_eq!(text.parse::<RoutingTable>().unwrap().to_string(), text);
    }
    for text in ["0", "253", "254", "255", "256", "01", "+1", "-1", "", "mainn"] {
        assert!(text.parse::<RoutingTable>().is_err(), "{text}");
    }
}

#[test]
fn a_range_of_ports_has_two_ends() {
    assert_eq!("80-90".parse::<PortRange>().unwrap(), PortRange { low: 80, high: 90 });
    for text in ["80", "80-", "-90", "80-65536", "80-+90", "80 - 90", "a-b", ""] {
        let refused = text.parse::<PortRange>().unwrap_err();
        assert_eq!(refused.to_string(), format!("invalid port range: {text:?}"));
    }
}

#[test]
fn an_empty_address_is_none_at_all() {
    let text = "apiVersion: v1alpha1\nkind: LinkConfig\nname: eth0\nroutes:\n  - destination: \"\"\n    gateway:\n    \
                source: 10.0.0.1\n";
    let route = golden::read::<LinkConfig>(text).routes.remove(0);
    assert_eq!((route.destination, route.gateway), (None, None));
    assert_eq!(route.source, Some("10.0.0.1".parse().unwrap()));
    let found = golden::findings::<LinkConfig>(&text.replace("10.0.0.1", "10.0.0"));
    assert_eq!(found, ["`routes[0].source`: ParseAddr(\"10.0.0\"): IPv4 address too short"]);
}

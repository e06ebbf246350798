//! Documents about the network.

use talos_config::network::{
    BondConfig, BondMode, BridgeConfig, DummyLinkConfig, EthernetConfig, FailOverMac, LinkAliasConfig,
    LinkConfig, LinkSelector, PortRange, RoutingTable, VlanConfig, VlanProtocol,
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

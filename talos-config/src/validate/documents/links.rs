//! Links: `types/network`, the kinds that make or set up an interface.

use std::net::IpAddr;

use super::Wrong;
use crate::expression::Environment;
use crate::scalar::{Base64, Prefix};
use crate::validate::devices::wireguard_key_length;
use crate::validate::{View, keys};
use crate::version::Minor;

pub(super) fn check(kind: &str, document: View<'_>, wrong: &mut Wrong) {
    match kind {
        "BondConfig" => bond(document, wrong),
        "BridgeConfig" | "DummyLinkConfig" | "LinkConfig" => name(document, wrong),
        "VLANConfig" => vlan(document, wrong),
        "VRFConfig" => vrf(document, wrong),
        "VethConfig" => veth(document, wrong),
        "WireguardConfig" => wireguard(document, wrong),
        "LinkAliasConfig" => return alias(document, wrong),
        "EthernetConfig" => return wrong.need(document, "name", "name is required"),
        _ => return,
    }
    common(document, "", wrong);
    if kind == "VethConfig" {
        common(document.get(keys!("peer")), "peer.", wrong);
    }
}

pub(super) fn name(document: View<'_>, wrong: &mut Wrong) {
    wrong.need(document, "name", "name must be specified");
}

/// Addresses and routes.
fn common(link: View<'_>, at: &str, wrong: &mut Wrong) {
    for (index, address) in link.items(keys!("addresses")).enumerate() {
        let path = format!("{at}addresses[{index}].address");
        match address.text(keys!("address")).parse::<Prefix>() {
            Err(_) => wrong.at(path, format!("address {index} must be specified")),
            Ok(prefix) if prefix.ip().is_unspecified() => {
                wrong.at(path, format!("address {index} must be a valid IP address"));
            }
            Ok(_) => {}
        }
    }
    for (index, route) in link.items(keys!("routes")).enumerate() {
        let path = format!("{at}routes[{index}]");
        let unspecified = |key: &str| route.text(key).parse().is_ok_and(|ip: IpAddr| ip.is_unspecified());
        if route.text(keys!("destination")).parse().is_ok_and(|prefix: Prefix| prefix.ip().is_unspecified()) {
            wrong.at(
                format!("{path}.destination"),
                format!("route {index} destination must be a valid IP prefix"),
            );
        }
        for key in ["gateway", "source"].into_iter().filter(|key| unspecified(key)) {
            wrong.at(format!("{path}.{key}"), format!("route {index} {key} must be a valid IP address"));
        }
    }
}

fn bond(document: View<'_>, wrong: &mut Wrong) {
    name(document, wrong);
    wrong.need(document, "links", "at least one link must be specified");
    if !document.get(keys!("bondMode")).is_set() {
        wrong.at("bondMode", "bond mode must be specified");
    }
    if document.text(keys!("bondMode")) == "802.3ad" {
        for key in ["miimon", "updelay", "downdelay"] {
            if !document.get(key).is_set() {
                wrong.warn("bondMode", format!("{key} was not specified for 802.3ad bond"));
            }
        }
    }
}

fn vlan(document: View<'_>, wrong: &mut Wrong) {
    name(document, wrong);
    if !(1..=4094).contains(&document.number(keys!("vlanID"))) {
        wrong.at("vlanID", "vlanID must be specified and between 1 and 4094");
    }
    wrong.need(document, "parent", "parent must be specified");
}

fn vrf(document: View<'_>, wrong: &mut Wrong) {
    name(document, wrong);
    let table = document.text(keys!("table"));
    if ["unspec", "local", "main", "default"].contains(&table) {
        wrong.at("table", format!("cannot create vrf with reserved table {table}"));
    }
}

fn veth(document: View<'_>, wrong: &mut Wrong) {
    let (own, peer) = (document.text(keys!("name")), document.text(keys!("peer.name")));
    for (path, what, name) in [("name", "name", own), ("peer.name", "peer name", peer)] {
        let problem = match name {
            "" => Some(format!("{what} must be specified")),
            name if name.len() > 15 => Some(format!("{what} must not exceed 15 bytes")),
            "." | ".." => Some(format!("{what} must not be {name:?}")),
            name if name.contains(['/', ':']) => Some(format!("{what} must not contain '/' or ':'")),
            name if name.chars().any(|c| c.is_whitespace() || c.is_control()) => {
                Some(format!("{what} must not contain whitespace or non-printable characters"))
            }
            _ => None,
        };
        wrong.in_turn(problem.map(|message| (path, message)));
    }
    if own == peer && !own.is_empty() {
        wrong.at("peer.name", "name and peer name must be different");
    }
}

fn wireguard(document: View<'_>, wrong: &mut Wrong) {
    name(document, wrong);
    let not_a_key = |text: &str| match text.parse::<Base64>() {
        Err(error) => Some(error.to_string()),
        Ok(_) if wireguard_key_length(text) == Some(32) => None,
        Ok(_) => Some("invalid wireguard key length".to_owned()),
    };
    let private = document.text(keys!("privateKey"));
    if private.is_empty() {
        wrong.at("privateKey", "wireguard private key must be specified");
    } else if let Some(cause) = not_a_key(private) {
        wrong.at("privateKey", format!("wireguard private key is invalid: {cause}"));
    }
    if !(0..=65535).contains(&document.number(keys!("listenPort"))) {
        wrong.at("listenPort", "wireguard listen port must be between 0 and 65535");
    }
    for (index, peer) in document.items(keys!("peers")).enumerate() {
        let at = format!("(peer index {index})");
        let (public, shared) = (peer.text(keys!("publicKey")), peer.text(keys!("presharedKey")));
        if public.is_empty() {
            wrong.at(
                format!("peers[{index}].publicKey"),
                format!("wireguard peer public key must be specified {at}"),
            );
        } else if let Some(cause) = not_a_key(public) {
            wrong.at(
                format!("peers[{index}].publicKey"),
                format!("wireguard peer public key is invalid {at}: {cause}"),
            );
        }
        if let Some(cause) = not_a_key(shared).filter(|_| !shared.is_empty()) {
            wrong.at(
                format!("peers[{index}].presharedKey"),
                format!("wireguard peer preshared key is invalid {at}: {cause}"),
            );
        }
        if peer.number(keys!("persistentKeepaliveInterval")) < 0 {
            let message = format!("wireguard peer persistent keepalive interval cannot be negative {at}");
            wrong.at(format!("peers[{index}].persistentKeepaliveInterval"), message);
        }
    }
}

fn alias(document: View<'_>, wrong: &mut Wrong) {
    name(document, wrong);
    let alias = document.text(keys!("name"));
    let numbered = alias.strip_suffix("%d").is_some_and(|text| !text.is_empty() && !text.contains('%'));
    if wrong.minor >= Minor::V1_13 && alias.contains('%') && !numbered {
        wrong.at("name", format!("name {alias:?} contains an invalid format verb, use %d suffix"));
    }
    wrong.need(document, "selector.match", "link selector is required");
    wrong.expression(document, "selector.match", Environment::Link, "link selector is invalid");
}

//! Interfaces of the v1alpha1 document.

use std::collections::BTreeMap;

use super::text::has_port;
use super::view::{Items, Texts};
use super::{Checker, View, fields, keys};
use crate::rules;
use crate::scalar::{Base64, is_ip, is_prefix, is_prefix_or_ip};

/// What is wrong with a device: the path below it, and upstream's words.
type Wrong = Vec<(String, String)>;

/// The path of a device, and of what lies below it.
fn path(index: usize, below: &str) -> String {
    let point = if below.is_empty() { "" } else { "." };
    format!("machine.network.interfaces[{index}]{point}{below}")
}

pub(super) fn check(checker: &mut Checker<'_>, machine: View<'_>) {
    let devices = machine.items(keys!("network.interfaces"));
    let members = members(checker, devices.clone());
    for (index, device) in devices.enumerate() {
        if device.is_set() && !device.flag(keys!("ignore")) {
            for (below, message) in self::device(device, &members) {
                checker.say(&rules::INTERFACE_INVALID, path(index, &below), message);
            }
            if !device.text(keys!("cidr")).is_empty() {
                let message = format!(
                    "{:?}: machine.network.interface.cidr is deprecated, please use machine.network.interface.addresses",
                    device.text(keys!("interface"))
                );
                checker.say(&rules::SETTING_DEPRECATED, path(index, "cidr"), message);
            }
        }
    }
}

/// The interfaces that are part of a bond or bridge, with the last one that has them.
fn members<'d>(checker: &mut Checker<'_>, devices: Items<'d>) -> BTreeMap<&'d str, &'d str> {
    let mut members = BTreeMap::new();
    for (index, device) in devices.enumerate() {
        let (bond, bridge) = (device.get(keys!("bond")), device.get(keys!("bridge")));
        if !(bond.is_set() || bridge.is_set()) {
            continue;
        }
        let name = device.text(keys!("interface"));
        if bond.is_set() && bridge.is_set() {
            let message = format!(
                "interface has both bridge and bond sections set {name:?}: config sections are mutually exclusive"
            );
            checker.say(&rules::INTERFACE_INVALID, path(index, ""), message);
        }
        let selected = !bond.items(keys!("deviceSelectors")).is_empty();
        if selected && !bond.items(keys!("interfaces")).is_empty() {
            let message = format!(
                "interface {name:?} has both interfaces and selectors set: config sections are mutually exclusive"
            );
            checker.say(&rules::INTERFACE_INVALID, path(index, "bond"), message);
        }
        // Of both, Talos looks at the bridge.
        let (link, key) = if bridge.is_set() { (bridge, "bridge") } else { (bond, "bond") };
        for (place, member) in link.texts(keys!("interfaces")).enumerate() {
            let other = members.insert(member, name);
            if let Some(other) = other.filter(|other| *other != name) {
                let message = format!(
                    "interface {member:?} is declared as part of two separate links: {other:?} and {name:?}"
                );
                checker.say(
                    &rules::INTERFACE_INVALID,
                    path(index, &format!("{key}.interfaces[{place}]")),
                    message,
                );
            }
        }
    }
    members
}

fields! {
    /// What is looked at of every device.
    Device {
        interface: "interface",
        selector: "deviceSelector",
        bond: "bond",
        wireguard: "wireguard",
        vlans: "vlans",
        cidr: "cidr",
        addresses: "addresses",
        vip: "vip",
        routes: "routes",
    }
}

fn device(device: View<'_>, members: &BTreeMap<&str, &str>) -> Wrong {
    let mut wrong = Wrong::new();
    let at = |below: &str, message: String| (below.to_owned(), message);
    let Device { interface, selector, bond, wireguard, vlans, cidr, addresses, vip, routes } =
        Device::of(device);
    let (name, cidr, addresses) = (interface.own_text(), cidr.own_text(), addresses.own_texts());
    let message = match (name.is_empty(), selector.is_set()) {
        (true, false) => Some("required either config section to be set"),
        (false, true) => Some("config sections are mutually exclusive"),
        _ => None,
    };
    if let Some(message) = message {
        let both = "[networking.os.device.interface], [networking.os.device.deviceSelector]";
        wrong.push(at("", format!("{both}: {message}")));
    }
    let fields = ["busPath", "hardwareAddr", "permanentAddr", "pciID", "driver"];
    let chosen =
        || fields.into_iter().any(|key| selector.has(key)) || selector.get(keys!("physical")).is_set();
    if selector.is_set() && !chosen() {
        let message =
            "[networking.os.device.deviceSelector]: config section should contain at least one field";
        wrong.push(at("deviceSelector", message.to_owned()));
    }
    if bond.is_set() {
        self::bond(bond, &mut wrong);
    }
    if wireguard.is_set() {
        self::wireguard(wireguard, &mut wrong);
    }
    for (place, vlan) in vlans.own_items().enumerate() {
        let whose = Link::Vlan { place, device: name, vlan };
        self::addresses(vlan.text(keys!("cidr")), vlan.texts(keys!("addresses")), &whose, &mut wrong);
    }
    let has_address =
        || device.flag(keys!("dhcp")) || !cidr.is_empty() || addresses.len() > 0 || vip.is_set();
    if members.contains_key(name) && has_address() {
        let message = format!(
            "[networking.os.device] {name:?}: bonded/bridged interface shouldn't have any addressing methods configured"
        );
        wrong.push(at("", message));
    }
    self::addresses(cidr, addresses.clone(), &Link::Device(name), &mut wrong);
    if vip.is_set() {
        let ip = vip.text(keys!("ip"));
        if !is_ip(ip) {
            let message = format!("[networking.os.device.vip] failed to parse {ip:?} as IP address");
            wrong.push(at("vip.ip", message));
        }
    }
    self::routes(routes.own_items(), &mut wrong);
    wrong
}

/// Whose addresses are looked at: a device's, by its name, or those of a VLAN of one.
enum Link<'n> {
    Device(&'n str),
    Vlan { place: usize, device: &'n str, vlan: View<'n> },
}

impl Link<'_> {
    /// The way to it from its device.
    fn way(&self) -> String {
        match self {
            Self::Device(_) => String::new(),
            Self::Vlan { place, .. } => format!("vlans[{place}]."),
        }
    }

    /// What upstream calls it, and a part of it.
    fn shown(&self, part: &str) -> String {
        let point = if part.is_empty() { "" } else { "." };
        match self {
            Self::Device(name) => format!("[networking.os.device{point}{part}] {name:?}"),
            Self::Vlan { device, vlan, .. } => {
                let id = vlan.number(keys!("vlanId"));
                format!("[networking.os.device.vlan{point}{part}] {device}.{id}")
            }
        }
    }
}

/// The addresses of a device or VLAN.
fn addresses(cidr: &str, list: Texts<'_>, whose: &Link<'_>, wrong: &mut Wrong) {
    if !cidr.is_empty() {
        if list.len() > 0 {
            let word = if matches!(whose, Link::Device(_)) { "interface" } else { "vlan" };
            let shown = whose.shown("");
            let message = format!("{shown}: {word} can't have both .cidr and .addresses set");
            wrong.push((format!("{}cidr", whose.way()), message));
        }
        if !is_prefix_or_ip(cidr) {
            let message = format!("{}: {}", whose.shown("CIDR"), no_address(cidr));
            wrong.push((format!("{}cidr", whose.way()), message));
        }
    }
    for (place, address) in list.enumerate() {
        if !is_prefix_or_ip(address) {
            let message = format!("{}: {}", whose.shown("addresses"), no_address(address));
            wrong.push((format!("{}addresses[{place}]", whose.way()), message));
        }
    }
}

/// What is wrong with what should be an address, with the length of its prefix or without.
fn no_address(text: &str) -> String {
    if text.contains('/') {
        format!("invalid CIDR address: {text}")
    } else {
        format!("failed to parse IP address {text:?}")
    }
}

fields! {
    /// What is looked at of every route.
    Route {
        network: "network",
        gateway: "gateway",
        source: "source",
    }
}

fn routes(routes: Items<'_>, wrong: &mut Wrong) {
    for (index, route) in routes.enumerate() {
        let Route { network, gateway, source } = Route::of(route);
        let (network, gateway, source) = (network.own_text(), gateway.own_text(), source.own_text());
        let mut at = |key: &str, message: String| {
            let message = format!("[networking.os.device.route[{index}]{message}");
            wrong.push((format!("routes[{index}]{key}"), message));
        };
        if !network.is_empty() && !is_prefix(network) {
            at(".network", format!(".network] {network:?}: invalid network address"));
        }
        if !gateway.is_empty() && !is_ip(gateway) {
            at(".gateway", format!(".gateway] {gateway:?}: invalid network address"));
        }
        if network.is_empty() && gateway.is_empty() {
            at("", "]: either network or gateway should be set".to_owned());
        }
        if !source.is_empty() && !is_ip(source) {
            at(".source", format!(".source] {source:?}: invalid network address"));
        }
    }
}

/// Words of the kernel for bonds, by field, with what upstream calls them when they are unknown.
const BOND_WORDS: &[(&str, &str, &[&str])] = &[
    (
        "mode",
        "invalid bond type",
        &["balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb"],
    ),
    (
        "xmitHashPolicy",
        "invalid xmit hash policy",
        &["layer2", "layer3+4", "layer2+3", "encap2+3", "encap3+4"],
    ),
    ("lacpRate", "invalid lacp rate", &["slow", "fast"]),
    (
        "arpValidate",
        "invalid arp_validate mode",
        &["none", "active", "backup", "all", "filter", "filter-active", "filter-backup"],
    ),
    ("arpAllTargets", "invalid arp_all_targets mode", &["any", "all"]),
    ("primaryReselect", "invalid primary_reselect mode", &["always", "better", "failure"]),
    ("failOverMac", "invalid fail_over_mac value", &["none", "active", "follow"]),
    ("adSelect", "invalid ad_select mode", &["stable", "bandwidth", "count"]),
];

fn bond(bond: View<'_>, wrong: &mut Wrong) {
    for (key, message, words) in BOND_WORDS {
        let word = bond.text(key);
        if !word.is_empty() && !words.contains(&word) {
            wrong.push((format!("bond.{key}"), format!("{message} {word}")));
        }
    }
    let written = bond.text(keys!("mode"));
    let modes = BOND_WORDS.first().map_or(&[][..], |(_, _, modes)| modes);
    // What is no mode is the first one from here on.
    let mode = modes.iter().find(|mode| **mode == written).copied().unwrap_or("balance-rr");
    let miimon = bond.number(keys!("miimon"));
    for (key, name) in [("updelay", "upDelay"), ("downdelay", "downDelay")] {
        let delay = bond.number(key);
        if miimon == 0 && delay != 0 {
            wrong.push((format!("bond.{key}"), format!("bond.{name} can't be set if miiMon is zero")));
        } else if miimon != 0 && delay % miimon != 0 {
            wrong.push((format!("bond.{key}"), format!("bond.{name} should be a multiple of miiMon")));
        }
    }
    let lacp = mode == "802.3ad";
    let balancing = ["balance-alb", "balance-tlb"].contains(&mode);
    let mut when = |condition: bool, message: &str| {
        if condition {
            // Upstream names the field first, but for one letter as it is written.
            let key = message.split(' ').next().unwrap_or_default().replace("tlbDynamicTLB", "tlbDynamicLb");
            wrong.push((key, message.replace("MODE", mode)));
        }
    };
    when(bond.has(keys!("arpIPTarget")), "bond.arpIPTarget is not supported");
    when(bond.has(keys!("lacpRate")) && !lacp, "bond.lacpRate is only available in 802.3ad mode");
    when(bond.has(keys!("adActorSystem")), "bond.adActorSystem is not supported");
    when(
        (lacp || balancing) && bond.has(keys!("arpValidate")),
        "bond.arpValidate is not available in MODE mode",
    );
    let has_primary = mode == "active-backup" || balancing;
    when(!has_primary && bond.has(keys!("primary")), "bond.primary is not available in MODE mode");
    when(
        (lacp || balancing) && bond.number(keys!("arpInterval")) > 0,
        "bond.arpInterval is not available in MODE mode",
    );
    let round_robin = mode == "balance-rr";
    when(
        !round_robin && bond.number(keys!("packetsPerSlave")) > 1,
        "bond.packetsPerSlave is not available in MODE mode",
    );
    when(
        !balancing && bond.number(keys!("tlbDynamicLb")) > 0,
        "bond.tlbDynamicTLB is not available in MODE mode",
    );
    when(
        !lacp && bond.number(keys!("adActorSysPrio")) > 0,
        "bond.adActorSysPrio is only available in 802.3ad mode",
    );
    when(
        !lacp && bond.number(keys!("adUserPortKey")) > 0,
        "bond.adUserPortKey is only available in 802.3ad mode",
    );
}

fn wireguard(link: View<'_>, wrong: &mut Wrong) {
    if let Some(cause) = wireguard_key(link.text(keys!("privateKey")), true) {
        wrong.push(("wireguard.privateKey".to_owned(), format!("private key is invalid: {cause}")));
    }
    for (index, peer) in link.items(keys!("peers")).enumerate() {
        let mut at =
            |key: &str, message: String| wrong.push((format!("wireguard.peers[{index}].{key}"), message));
        if let Some(cause) = wireguard_key(peer.text(keys!("publicKey")), false) {
            at("publicKey", format!("public key invalid: {cause}"));
        }
        let endpoint = peer.text(keys!("endpoint"));
        if !endpoint.is_empty() && !has_port(endpoint) {
            at("endpoint", format!("peer endpoint {endpoint:?} is invalid"));
        }
        for (place, network) in peer.texts(keys!("allowedIPs")).enumerate() {
            if !is_prefix(network) {
                let message =
                    format!("peer allowed IP {network:?} is invalid: invalid CIDR address: {network}");
                at(&format!("allowedIPs[{place}]"), message);
            }
        }
    }
}

/// What is wrong with a key: it is 32 bytes in base64. A private one is not shown.
fn wireguard_key(key: &str, private: bool) -> Option<String> {
    if let Err(error) = key.parse::<Base64>() {
        return Some(error.to_string());
    }
    let length = wireguard_key_length(key).unwrap_or_default();
    let shown = if private && !key.is_empty() { manifest::MASK } else { key };
    (length != 32).then(|| format!("wrong key {shown:?} length: {length}"))
}

/// How many bytes a key has; none where it is no base64.
pub(super) fn wireguard_key_length(key: &str) -> Option<usize> {
    let digits = key.parse::<Base64>().ok()?.to_string();
    let padding = digits.bytes().filter(|byte| *byte == b'=').count();
    Some(digits.len() / 4 * 3 - padding)
}

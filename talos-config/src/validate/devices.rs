//! Interfaces of the v1alpha1 document.

use std::net::IpAddr;

use super::{Checker, View};
use crate::rules;
use crate::scalar::{Base64, Prefix};

const PATH: &str = "machine.network.interfaces";

pub(super) fn check(checker: &mut Checker<'_>, machine: View<'_>) {
    let devices = machine.items("network.interfaces");
    let members = members(checker, &devices);
    for device in devices {
        if device.is_set() && !device.flag("ignore") {
            for message in self::device(device, &members) {
                checker.say(&rules::INTERFACE_INVALID, PATH, message);
            }
            if device.has("cidr") {
                let message = format!(
                    "{:?}: machine.network.interface.cidr is deprecated, please use machine.network.interface.addresses",
                    device.text("interface")
                );
                checker.say(&rules::SETTING_DEPRECATED, PATH, message);
            }
        }
    }
}

/// The interfaces that are part of a bond or bridge, with the one that has them.
fn members(checker: &mut Checker<'_>, devices: &[View<'_>]) -> Vec<(String, String)> {
    let mut members: Vec<(String, String)> = Vec::new();
    for device in devices {
        let name = device.text("interface");
        let (bond, bridge) = (device.get("bond"), device.get("bridge"));
        if bond.is_set() && bridge.is_set() {
            let message = format!(
                "interface has both bridge and bond sections set {name:?}: config sections are mutually exclusive"
            );
            checker.say(&rules::INTERFACE_INVALID, PATH, message);
        }
        let selected = !bond.items("deviceSelectors").is_empty();
        if selected && !bond.items("interfaces").is_empty() {
            let message = format!(
                "interface {name:?} has both interfaces and selectors set: config sections are mutually exclusive"
            );
            checker.say(&rules::INTERFACE_INVALID, PATH, message);
        }
        for member in bond.texts("interfaces").into_iter().chain(bridge.texts("interfaces")) {
            if let Some((_, other)) = members.iter().find(|(known, other)| *known == member && *other != name)
            {
                let message = format!(
                    "interface {member:?} is declared as part of two separate links: {other:?} and {name:?}"
                );
                checker.say(&rules::INTERFACE_INVALID, PATH, message);
            }
            members.push((member.into_owned(), name.clone().into_owned()));
        }
    }
    members
}

fn device(device: View<'_>, members: &[(String, String)]) -> Vec<String> {
    let mut wrong = Vec::new();
    let name = device.text("interface");
    let selector = device.get("deviceSelector");
    let both = "[networking.os.device.interface], [networking.os.device.deviceSelector]";
    match (name.is_empty(), selector.is_set()) {
        (true, false) => wrong.push(format!("{both}: required either config section to be set")),
        (false, true) => wrong.push(format!("{both}: config sections are mutually exclusive")),
        _ => {}
    }
    let fields = ["busPath", "hardwareAddr", "permanentAddr", "pciID", "driver"];
    let chosen = fields.into_iter().any(|key| selector.has(key)) || selector.get("physical").is_set();
    if selector.is_set() && !chosen {
        let message =
            "[networking.os.device.deviceSelector]: config section should contain at least one field";
        wrong.push(message.to_owned());
    }
    bond(device.get("bond"), &mut wrong);
    wireguard(device.get("wireguard"), &mut wrong);
    for vlan in device.items("vlans") {
        let id = format!("{name}.{}", vlan.number("vlanId"));
        addresses(vlan, "vlan.", &id, &mut wrong);
    }
    let is_member = members.iter().any(|(member, _)| *member == name);
    let has_address = device.flag("dhcp")
        || ["cidr", "addresses"].into_iter().any(|key| device.has(key))
        || device.get("vip").is_set();
    if is_member && has_address {
        wrong.push(format!(
            "[networking.os.device] {name:?}: bonded/bridged interface shouldn't have any addressing methods configured"
        ));
    }
    addresses(device, "", &format!("{name:?}"), &mut wrong);
    let vip = device.get("vip");
    let ip = vip.text("ip");
    if vip.is_set() && ip.parse::<IpAddr>().is_err() {
        wrong.push(format!("[networking.os.device.vip] failed to parse {ip:?} as IP address"));
    }
    routes(device, &mut wrong);
    wrong
}

fn addresses(link: View<'_>, part: &str, shown: &str, wrong: &mut Vec<String>) {
    let cidr = link.text("cidr");
    let list = link.texts("addresses");
    if !cidr.is_empty() && !list.is_empty() {
        wrong.push(if part.is_empty() {
            format!("[networking.os.device] {shown}: interface can't have both .cidr and .addresses set")
        } else {
            format!("[networking.os.device.vlan] {shown}: vlan can't have both .cidr and .addresses set")
        });
    }
    if !cidr.is_empty()
        && let Some(cause) = not_an_address(&cidr)
    {
        wrong.push(format!("[networking.os.device.{part}CIDR] {shown}: {cause}"));
    }
    for cause in list.iter().filter_map(|address| not_an_address(address)) {
        wrong.push(format!("[networking.os.device.{part}addresses] {shown}: {cause}"));
    }
}

/// What is wrong with an address that may have a prefix length.
fn not_an_address(address: &str) -> Option<String> {
    if address.contains('/') {
        return address.parse::<Prefix>().is_err().then(|| format!("invalid CIDR address: {address}"));
    }
    address.parse::<IpAddr>().is_err().then(|| format!("failed to parse IP address {address:?}"))
}

fn routes(device: View<'_>, wrong: &mut Vec<String>) {
    for (index, route) in device.items("routes").into_iter().enumerate() {
        let (network, gateway, source) = (route.text("network"), route.text("gateway"), route.text("source"));
        let place = format!("[networking.os.device.route[{index}]");
        if !network.is_empty() && network.parse::<Prefix>().is_err() {
            wrong.push(format!("{place}.network] {network:?}: invalid network address"));
        }
        if !gateway.is_empty() && gateway.parse::<IpAddr>().is_err() {
            wrong.push(format!("{place}.gateway] {gateway:?}: invalid network address"));
        }
        if network.is_empty() && gateway.is_empty() {
            wrong.push(format!("{place}]: either network or gateway should be set"));
        }
        if !source.is_empty() && source.parse::<IpAddr>().is_err() {
            wrong.push(format!("{place}.source] {source:?}: invalid network address"));
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

fn bond(bond: View<'_>, wrong: &mut Vec<String>) {
    if !bond.is_set() {
        return;
    }
    for (key, message, words) in BOND_WORDS {
        let word = bond.text(key);
        if !word.is_empty() && !words.contains(&&*word) {
            wrong.push(format!("{message} {word}"));
        }
    }
    let written = bond.text("mode");
    let modes = BOND_WORDS.first().map_or(&[][..], |(_, _, modes)| modes);
    // What is no mode is the first one from here on.
    let mode = modes.iter().find(|mode| **mode == written).copied().unwrap_or("balance-rr");
    let miimon = bond.number("miimon");
    for (key, name) in [("updelay", "upDelay"), ("downdelay", "downDelay")] {
        let delay = bond.number(key);
        if miimon == 0 && delay != 0 {
            wrong.push(format!("bond.{name} can't be set if miiMon is zero"));
        } else if miimon != 0 && delay % miimon != 0 {
            wrong.push(format!("bond.{name} should be a multiple of miiMon"));
        }
    }
    let lacp = mode == "802.3ad";
    let balancing = ["balance-alb", "balance-tlb"].contains(&mode);
    let mut when = |condition: bool, message: &str| {
        if condition {
            wrong.push(message.replace("MODE", mode));
        }
    };
    when(bond.has("arpIPTarget"), "bond.arpIPTarget is not supported");
    when(bond.has("lacpRate") && !lacp, "bond.lacpRate is only available in 802.3ad mode");
    when(bond.has("adActorSystem"), "bond.adActorSystem is not supported");
    when((lacp || balancing) && bond.has("arpValidate"), "bond.arpValidate is not available in MODE mode");
    let has_primary = mode == "active-backup" || balancing;
    when(!has_primary && bond.has("primary"), "bond.primary is not available in MODE mode");
    when(
        (lacp || balancing) && bond.number("arpInterval") > 0,
        "bond.arpInterval is not available in MODE mode",
    );
    let round_robin = mode == "balance-rr";
    when(
        !round_robin && bond.number("packetsPerSlave") > 1,
        "bond.packetsPerSlave is not available in MODE mode",
    );
    when(!balancing && bond.number("tlbDynamicLb") > 0, "bond.tlbDynamicTLB is not available in MODE mode");
    when(!lacp && bond.number("adActorSysPrio") > 0, "bond.adActorSysPrio is only available in 802.3ad mode");
    when(!lacp && bond.number("adUserPortKey") > 0, "bond.adUserPortKey is only available in 802.3ad mode");
}

fn wireguard(link: View<'_>, wrong: &mut Vec<String>) {
    if !link.is_set() {
        return;
    }
    if let Some(cause) = wireguard_key(&link.text("privateKey"), true) {
        wrong.push(format!("private key is invalid: {cause}"));
    }
    for peer in link.items("peers") {
        if let Some(cause) = wireguard_key(&peer.text("publicKey"), false) {
            wrong.push(format!("public key invalid: {cause}"));
        }
        let endpoint = peer.text("endpoint");
        if !endpoint.is_empty() && endpoint.rsplit_once(':').is_none() {
            wrong.push(format!("peer endpoint {endpoint:?} is invalid"));
        }
        for network in peer.texts("allowedIPs") {
            if network.parse::<Prefix>().is_err() {
                wrong
                    .push(format!("peer allowed IP {network:?} is invalid: invalid CIDR address: {network}"));
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

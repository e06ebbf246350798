//! The rest of `types/network`: addresses, names, time, rules.

use std::net::IpAddr;

use super::Wrong;
use super::links::name;
use crate::scalar::{Addr, Prefix, is_prefix_or_ip};
use crate::validate::{View, keys};
use crate::version::Minor;

pub(super) fn check(kind: &str, document: View<'_>, wrong: &mut Wrong) {
    match kind {
        "DHCPv4Config" | "DHCPv6Config" => dhcp(document, wrong),
        "Layer2VIPConfig" | "HCloudVIPConfig" => vip(kind, document, wrong),
        "HostnameConfig" => hostname(document, wrong),
        "ResolverConfig" if wrong.minor >= Minor::V1_14 => resolver(document, wrong),
        "TimeSyncConfig" => time_sync(document, wrong),
        "StaticHostConfig" => static_host(document, wrong),
        "KubeSpanConfig" => kubespan(document, wrong),
        "BlackholeRouteConfig" => blackhole(document, wrong),
        "RoutingRuleConfig" => routing_rule(document, wrong),
        "NetworkRuleConfig" => wrong.in_turn(network_rule(document)),
        _ => {}
    }
}

fn dhcp(document: View<'_>, wrong: &mut Wrong) {
    name(document, wrong);
    match (document.has(keys!("duidRaw")), document.text(keys!("clientIdentifier")) == "duid") {
        (true, false) => wrong.at("duidRaw", "duidRaw can only be set if clientIdentifier is 'duid'"),
        (false, true) => wrong.at("clientIdentifier", "duidRaw must be set if clientIdentifier is 'duid'"),
        _ => {}
    }
}

fn vip(kind: &str, document: View<'_>, wrong: &mut Wrong) {
    let name = document.text(keys!("name"));
    if name.is_empty() {
        wrong.at("name", "name must be specified");
    } else if let Err(error) = name.parse::<Addr>() {
        wrong.at("name", format!("name must be a valid IP address: {error}"));
    }
    wrong.need(document, "link", "link must be specified");
    if kind == "HCloudVIPConfig" {
        wrong.need(document, "apiToken", "apiToken must be specified");
    }
}

fn hostname(document: View<'_>, wrong: &mut Wrong) {
    let (auto, name) = (document.text(keys!("auto")), document.text(keys!("hostname")));
    // 1.12 took `off` for nothing said.
    let says_nothing = auto.is_empty() || (auto == "off" && wrong.minor < Minor::V1_13);
    if says_nothing && name.is_empty() {
        wrong.at("", "either 'auto' or 'hostname' must be set");
    }
    if !["", "off"].contains(&auto) && !name.is_empty() {
        wrong.at("auto", "'auto' and 'hostname' cannot be set at the same time");
    }
    if auto == "talos-addr" {
        wrong.at("auto", "invalid value for 'auto': talos-addr");
    }
    if name.len() > 253 {
        wrong.at("hostname", format!("fqdn is too long: {}", name.len()));
    }
    let first = name.split('.').next().unwrap_or_default();
    if !name.is_empty() && !(1..=63).contains(&first.len()) {
        wrong.at("hostname", format!("invalid hostname {first:?}"));
    }
}

fn resolver(document: View<'_>, wrong: &mut Wrong) {
    let dns = document.get(keys!("hostDNS"));
    if dns.is_given() && !dns.flag(keys!("enabled")) {
        for key in ["forwardKubeDNSToHost", "resolveMemberNames"].into_iter().filter(|key| dns.flag(key)) {
            let message = format!("hostDNS.{key} cannot be enabled when hostDNS.enabled is false");
            wrong.at(format!("hostDNS.{key}"), message);
        }
    }
    let servers = document.items(keys!("nameservers"));
    let mut encrypted = 0;
    for (index, server) in servers.clone().enumerate() {
        let protocol = server.text(keys!("protocol"));
        let has_name = server.has(keys!("tlsServerName"));
        let protocol = if protocol.is_empty() { "Do53" } else { protocol };
        encrypted += usize::from(protocol != "Do53");
        if protocol == "Do53" && has_name {
            let message = format!("tlsServerName must be empty when protocol is Do53: entry {index}");
            wrong.at(format!("nameservers[{index}].tlsServerName"), message);
        } else if protocol != "Do53" && !has_name {
            let message = format!("tlsServerName must be set when protocol is {protocol}: entry {index}");
            wrong.at(format!("nameservers[{index}].tlsServerName"), message);
        }
        if server.text(keys!("address")).parse::<Addr>().is_err() {
            let message = format!("nameserver address must be a valid IP: entry {index}");
            wrong.at(format!("nameservers[{index}].address"), message);
        }
    }
    if encrypted > 0 && encrypted == servers.len() {
        wrong.warn("nameservers", ALL_ENCRYPTED);
    }
}

const ALL_ENCRYPTED: &str = "all configured nameservers use encrypted DNS (DoT or DoH): validating certificates requires a correct system clock, so boot may stall when NTP servers are configured by hostname; consider keeping at least one plain-DNS fallback or configuring NTP servers by IP address";

fn time_sync(document: View<'_>, wrong: &mut Wrong) {
    if document.number(keys!("bootTimeout")) < 0 {
        wrong.at("bootTimeout", "bootTimeout cannot be negative");
    }
    if document.get(keys!("ntp")).is_set() && document.get(keys!("ptp")).is_set() {
        wrong.at("ptp", "only one of ntp or ptp configuration can be specified");
    }
    if document.flag(keys!("ntp.useNTS")) {
        let servers = document.texts(keys!("ntp.servers")).enumerate();
        for (index, server) in servers.filter(|(_, server)| server.parse::<Addr>().is_ok()) {
            let message = format!("NTS requires hostnames, not IP addresses: {server:?}");
            wrong.at(format!("ntp.servers[{index}]"), message);
        }
    }
}

fn static_host(document: View<'_>, wrong: &mut Wrong) {
    let name = document.text(keys!("name"));
    wrong.need(document, "name", "name is required");
    if name.parse::<Addr>().is_err() {
        wrong.at("name", "name must be a valid IP address");
    }
    wrong.need(document, "hostnames", "at least one hostname is required");
}

fn kubespan(document: View<'_>, wrong: &mut Wrong) {
    if document.get(keys!("mtu")).is_set() && document.number(keys!("mtu")) < 1280 {
        wrong.at("mtu", "kubespan link MTU must be at least 1280");
    }
    for (index, endpoint) in document.texts(keys!("filters.endpoints")).enumerate() {
        let subnet = endpoint.strip_prefix('!').unwrap_or(endpoint);
        if !is_prefix_or_ip(subnet) {
            let message = format!("KubeSpan endpoint filter is not valid: {subnet:?}");
            wrong.at(format!("filters.endpoints[{index}]"), message);
        }
    }
}

fn blackhole(document: View<'_>, wrong: &mut Wrong) {
    let name = document.text(keys!("name"));
    if name.is_empty() {
        wrong.at("name", "name must be specified");
    }
    // Upstream tries to read what is missing all the same.
    if let Err(error) = name.parse::<Prefix>() {
        wrong.at("name", format!("name must be a valid address prefix: {error}"));
    }
}

/// Priorities that the kernel and Talos keep for themselves.
const RESERVED_PRIORITIES: [u32; 4] = [0, 32500, 32766, 32767];

fn routing_rule(document: View<'_>, wrong: &mut Wrong) {
    let priority = document.text(keys!("name"));
    name(document, wrong);
    let is_number = !priority.is_empty() && priority.bytes().all(|byte| byte.is_ascii_digit());
    let number: Option<u32> = if is_number { priority.parse().ok() } else { None };
    if number.is_none() {
        let cause = if is_number { "value out of range" } else { "invalid syntax" };
        wrong.at(
            "name",
            format!(
                "invalid name: must be priority parsable unsigned integer: strconv.ParseUint: parsing {priority:?}: {cause}"
            ),
        );
    }
    if RESERVED_PRIORITIES.contains(&number.unwrap_or_default()) {
        wrong.at(
            "name",
            "priority must be between 1 and 32765 (excluding reserved priorities [0 32500 32766 32767])",
        );
    }
    let (table, action) = (document.text(keys!("table")), document.text(keys!("action")));
    if ["", "unspec"].contains(&table) && ["", "unspec", "unicast"].contains(&action) {
        wrong.at("action", "either table or a non-unicast action must be specified");
    }
    if document.has(keys!("fwMask")) && !document.has(keys!("fwMark")) {
        wrong.at("fwMask", "fwMask requires fwMark to be set");
    }
}

fn network_rule(document: View<'_>) -> Vec<(String, String)> {
    let mut problems = Vec::new();
    if !document.has(keys!("name")) {
        problems.push(("name".to_owned(), "name is required".to_owned()));
    }
    problems.extend(ports(document).map(|message| ("portSelector.ports".to_owned(), message)));
    for (index, rule) in document.items(keys!("ingress")).enumerate() {
        if rule.text(keys!("subnet")).parse::<Prefix>().is_err() {
            problems.push((format!("ingress[{index}].subnet"), "invalid subnet: invalid Prefix".to_owned()));
        }
    }
    problems
}

fn ports(document: View<'_>) -> Option<String> {
    let mut ports: Vec<_> = document.items(keys!("portSelector.ports")).map(View::port_range).collect();
    if ports.is_empty() {
        return Some("portSelector.ports is required".to_owned());
    }
    ports.sort_by_key(|(low, _)| *low);
    let shown = |(low, high): &(i128, i128)| format!("{low}-{high}");
    if let Some(wrong) = ports.iter().find(|(low, high)| low > high) {
        return Some(format!("invalid port range: {}", shown(wrong)));
    }
    let (left, right) = ports.iter().zip(ports.iter().skip(1)).find(|((_, high), (low, _))| low <= high)?;
    Some(format!("invalid port range: {}, overlaps with {}", shown(right), shown(left)))
}

/// Whether a text is the address of a protocol.
pub(super) fn is_v4(text: &str) -> bool {
    text.parse::<IpAddr>().is_ok_and(|ip| ip.is_ipv4())
}

//! Documents of the newer kinds: what each must have.

use std::net::IpAddr;

use super::text::is_subnet_or_ip;
use super::{Checker, View, block};
use crate::rules;
use crate::scalar::Prefix;
use crate::version::Minor;

/// Says what is wrong with a document of a kind. Kinds that are not named here are not checked.
pub(super) fn check(checker: &mut Checker, kind: &str, document: View<'_>) {
    let minor = checker.minor;
    let mut wrong = Vec::new();
    match kind {
        "BondConfig" | "BridgeConfig" | "DummyLinkConfig" | "LinkConfig" | "VLANConfig" | "VRFConfig" => {
            link(kind, document, &mut wrong);
        }
        "EthernetConfig" if !document.has("name") => wrong.push("name is required".to_owned()),
        "DHCPv4Config" | "DHCPv6Config" => dhcp(document, &mut wrong),
        "Layer2VIPConfig" | "HCloudVIPConfig" => vip(kind, document, &mut wrong),
        "HostnameConfig" => hostname(document, &mut wrong),
        "StaticHostConfig" => static_host(document, &mut wrong),
        "KubeSpanConfig" => kubespan(document, &mut wrong),
        "BlackholeRouteConfig" => blackhole(document, &mut wrong),
        "ZswapConfig" if document.number("maxPoolPercent") > 100 => {
            wrong.push("maxPoolPercent must be between 0 and 100".to_owned());
        }
        "VolumeConfig" => {
            volume_name(document, minor, &mut wrong);
            if wrong.is_empty() {
                block::system_volume(document, minor, &mut wrong);
            }
        }
        "EventSinkConfig" => wrong.extend(
            host_port(&document.text("endpoint")).map(|cause| format!("event sink endpoint: {cause}")),
        ),
        "KmsgLogConfig" => wrong.extend(kmsg(document)),
        "SideroLinkConfig" => wrong.extend(siderolink(document)),
        "WatchdogTimerConfig" => wrong.extend(watchdog(document)),
        "ExtensionServiceConfig" => wrong.extend(extension(document)),
        "NetworkRuleConfig" => wrong.extend(network_rule(document)),
        "LinkAliasConfig" => link_alias(document, minor, &mut wrong),
        "RoutingRuleConfig" => routing_rule(document, &mut wrong),
        "TCPProbeConfig" => probe(document, &mut wrong),
        "RegistryMirrorConfig" => registry_mirror(document, &mut wrong),
        "RegistryAuthConfig" => registry_auth(document, &mut wrong),
        "WireguardConfig" => {
            name(document, &mut wrong);
            wireguard(document, &mut wrong);
            addresses_and_routes(document, &mut wrong);
        }
        "UserVolumeConfig"
        | "RawVolumeConfig"
        | "SwapVolumeConfig"
        | "ExistingVolumeConfig"
        | "ExternalVolumeConfig" => block::volume(kind, document, minor, &mut wrong),
        _ => {}
    }
    for message in wrong {
        checker.say(&rules::DOCUMENT_INVALID, "", message);
    }
}

fn name(document: View<'_>, wrong: &mut Vec<String>) {
    if !document.has("name") {
        wrong.push("name must be specified".to_owned());
    }
}

fn link(kind: &str, document: View<'_>, wrong: &mut Vec<String>) {
    name(document, wrong);
    match kind {
        "BondConfig" => {
            if !document.has("links") {
                wrong.push("at least one link must be specified".to_owned());
            }
            if !document.get("bondMode").is_set() {
                wrong.push("bond mode must be specified".to_owned());
            }
        }
        "VLANConfig" => {
            if !(1..=4094).contains(&document.number("vlanID")) {
                wrong.push("vlanID must be specified and between 1 and 4094".to_owned());
            }
            if !document.has("parent") {
                wrong.push("parent must be specified".to_owned());
            }
        }
        "VRFConfig" => {
            let table = document.text("table");
            if ["unspec", "local", "main", "default"].contains(&&*table) {
                wrong.push(format!("cannot create vrf with reserved table {table}"));
            }
        }
        _ => {}
    }
    addresses_and_routes(document, wrong);
}

fn addresses_and_routes(document: View<'_>, wrong: &mut Vec<String>) {
    for (index, address) in document.items("addresses").into_iter().enumerate() {
        match address.text("address").parse::<Prefix>() {
            Err(_) => wrong.push(format!("address {index} must be specified")),
            Ok(prefix) if prefix.ip().is_unspecified() => {
                wrong.push(format!("address {index} must be a valid IP address"));
            }
            Ok(_) => {}
        }
    }
    for (index, route) in document.items("routes").into_iter().enumerate() {
        let unspecified = |key: &str| route.text(key).parse().is_ok_and(|ip: IpAddr| ip.is_unspecified());
        if route.text("destination").parse().is_ok_and(|prefix: Prefix| prefix.ip().is_unspecified()) {
            wrong.push(format!("route {index} destination must be a valid IP prefix"));
        }
        for key in ["gateway", "source"].into_iter().filter(|key| unspecified(key)) {
            wrong.push(format!("route {index} {key} must be a valid IP address"));
        }
    }
}

fn dhcp(document: View<'_>, wrong: &mut Vec<String>) {
    name(document, wrong);
    let is_duid = document.text("clientIdentifier") == "duid";
    match (document.has("duidRaw"), is_duid) {
        (true, false) => wrong.push("duidRaw can only be set if clientIdentifier is 'duid'".to_owned()),
        (false, true) => wrong.push("duidRaw must be set if clientIdentifier is 'duid'".to_owned()),
        _ => {}
    }
}

fn vip(kind: &str, document: View<'_>, wrong: &mut Vec<String>) {
    let name = document.text("name");
    if name.is_empty() {
        wrong.push("name must be specified".to_owned());
    } else if let Err(error) = name.parse::<crate::scalar::Addr>() {
        wrong.push(format!("name must be a valid IP address: {error}"));
    }
    if !document.has("link") {
        wrong.push("link must be specified".to_owned());
    }
    if kind == "HCloudVIPConfig" && !document.has("apiToken") {
        wrong.push("apiToken must be specified".to_owned());
    }
}

fn hostname(document: View<'_>, wrong: &mut Vec<String>) {
    let (auto, name) = (document.text("auto"), document.text("hostname"));
    if auto.is_empty() && name.is_empty() {
        wrong.push("either 'auto' or 'hostname' must be set".to_owned());
    }
    if !["", "off"].contains(&&*auto) && !name.is_empty() {
        wrong.push("'auto' and 'hostname' cannot be set at the same time".to_owned());
    }
    if auto == "talos-addr" {
        wrong.push("invalid value for 'auto': talos-addr".to_owned());
    }
    if name.len() > 253 {
        wrong.push(format!("fqdn is too long: {}", name.len()));
    }
    let first = name.split('.').next().unwrap_or_default();
    if !name.is_empty() && !(1..=63).contains(&first.len()) {
        wrong.push(format!("invalid hostname {first:?}"));
    }
}

fn static_host(document: View<'_>, wrong: &mut Vec<String>) {
    let name = document.text("name");
    if name.is_empty() {
        wrong.push("name is required".to_owned());
    } else if name.parse::<crate::scalar::Addr>().is_err() {
        wrong.push("name must be a valid IP address".to_owned());
    }
    if !document.has("hostnames") {
        wrong.push("at least one hostname is required".to_owned());
    }
}

fn kubespan(document: View<'_>, wrong: &mut Vec<String>) {
    if document.get("mtu").is_set() && document.number("mtu") < 1280 {
        wrong.push("kubespan link MTU must be at least 1280".to_owned());
    }
    for endpoint in document.texts("filters.endpoints") {
        let subnet = endpoint.strip_prefix('!').unwrap_or(&endpoint);
        if !is_subnet_or_ip(subnet) {
            wrong.push(format!("KubeSpan endpoint filter is not valid: {subnet:?}"));
        }
    }
}

fn blackhole(document: View<'_>, wrong: &mut Vec<String>) {
    let name = document.text("name");
    if name.is_empty() {
        wrong.push("name must be specified".to_owned());
    } else if let Err(error) = name.parse::<Prefix>() {
        wrong.push(format!("name must be a valid address prefix: {error}"));
    }
}

fn volume_name(document: View<'_>, minor: Minor, wrong: &mut Vec<String>) {
    let known: &[&str] = match minor {
        Minor::V1_9 | Minor::V1_10 => &["EPHEMERAL", "IMAGECACHE"],
        Minor::V1_11 | Minor::V1_12 | Minor::V1_13 => &["STATE", "EPHEMERAL", "IMAGECACHE"],
        Minor::V1_14 => &["STATE", "EPHEMERAL", "IMAGECACHE", "ETCD", "CRI", "KUBELET", "LOG"],
    };
    if !known.contains(&&*document.text("name")) {
        let known: Vec<_> = known.iter().map(|name| format!("{name:?}")).collect();
        wrong.push(format!("only [{}] volumes are supported", known.join(" ")));
    }
}

fn link_alias(document: View<'_>, minor: Minor, wrong: &mut Vec<String>) {
    name(document, wrong);
    let alias = document.text("name");
    let numbered = alias.strip_suffix("%d").is_some_and(|text| !text.is_empty() && !text.contains('%'));
    if minor >= Minor::V1_13 && alias.contains('%') && !numbered {
        wrong.push(format!("name {alias:?} contains an invalid format verb, use %d suffix"));
    }
    if !document.has("selector.match") {
        wrong.push("link selector is required".to_owned());
    }
}

/// Priorities that the kernel and Talos keep for themselves.
const RESERVED_PRIORITIES: [u32; 4] = [0, 32500, 32766, 32767];

fn routing_rule(document: View<'_>, wrong: &mut Vec<String>) {
    let priority = document.text("name");
    name(document, wrong);
    let number =
        if priority.bytes().all(|byte| byte.is_ascii_digit()) { priority.parse().ok() } else { None };
    if number.is_none() && !priority.is_empty() {
        wrong.push(format!(
            "invalid name: must be priority parsable unsigned integer: strconv.ParseUint: parsing {priority:?}: invalid syntax"
        ));
    }
    let number: u32 = number.unwrap_or_default();
    if RESERVED_PRIORITIES.contains(&number) || number > 32767 {
        wrong.push(
            "priority must be between 1 and 32765 (excluding reserved priorities [0 32500 32766 32767])"
                .to_owned(),
        );
    }
    let (table, action) = (document.text("table"), document.text("action"));
    if ["", "unspec"].contains(&&*table) && ["", "unspec", "unicast"].contains(&&*action) {
        wrong.push("either table or a non-unicast action must be specified".to_owned());
    }
    if document.has("fwMask") && !document.has("fwMark") {
        wrong.push("fwMask requires fwMark to be set".to_owned());
    }
}

fn probe(document: View<'_>, wrong: &mut Vec<String>) {
    if !document.has("name") {
        wrong.push("probe name is required".to_owned());
    }
    if !document.has("endpoint") {
        wrong.push("TCP probe endpoint is required".to_owned());
    }
    for (key, name) in [("timeout", "TCP probe timeout"), ("interval", "probe interval")] {
        let time = i64::try_from(document.number(key)).unwrap_or_default();
        if time < 0 {
            wrong.push(format!("{name} cannot be negative: {}", crate::scalar::Duration::from_nanos(time)));
        }
    }
    if document.number("failureThreshold") < 0 {
        wrong.push(format!(
            "probe failure threshold cannot be negative: {}",
            document.number("failureThreshold")
        ));
    }
}

fn registry_mirror(document: View<'_>, wrong: &mut Vec<String>) {
    name(document, wrong);
    for (index, endpoint) in document.items("endpoints").into_iter().enumerate() {
        match endpoint.url("url") {
            None => wrong.push(format!("endpoints[{index}].url must be specified")),
            Some(url) if !["http", "https"].contains(&url.scheme()) => {
                wrong.push(format!("endpoints[{index}].url has unsupported scheme: {:?}", url.scheme()));
            }
            Some(_) => {}
        }
    }
}

fn registry_auth(document: View<'_>, wrong: &mut Vec<String>) {
    name(document, wrong);
    let word = document.has("username") || document.has("password");
    let (auth, token) = (document.has("auth"), document.has("identityToken"));
    if word && token {
        wrong.push(
            "only one of username/password or identityToken authentication can be specified".to_owned(),
        );
    }
    if auth && (word || token) {
        let message = "only one of auth, username/password or identityToken authentication can be specified";
        wrong.push(message.to_owned());
    }
}

fn wireguard(document: View<'_>, wrong: &mut Vec<String>) {
    let key = |text: &str| crate::validate::devices::wireguard_key_length(text) == Some(32);
    match &*document.text("privateKey") {
        "" => wrong.push("wireguard private key must be specified".to_owned()),
        text if !key(text) => {
            wrong.push("wireguard private key is invalid: invalid wireguard key length".to_owned());
        }
        _ => {}
    }
    if !(0..=65535).contains(&document.number("listenPort")) {
        wrong.push("wireguard listen port must be between 0 and 65535".to_owned());
    }
    for (index, peer) in document.items("peers").into_iter().enumerate() {
        let at = format!("(peer index {index})");
        let (public, shared) = (peer.text("publicKey"), peer.text("presharedKey"));
        if public.is_empty() {
            wrong.push(format!("wireguard peer public key must be specified {at}"));
        } else if !key(&public) {
            wrong.push(format!("wireguard peer public key is invalid {at}: invalid wireguard key length"));
        }
        if !shared.is_empty() && !key(&shared) {
            wrong.push(format!("wireguard peer preshared key is invalid {at}: invalid wireguard key length"));
        }
        if peer.number("persistentKeepaliveInterval") < 0 {
            wrong.push(format!("wireguard peer persistent keepalive interval cannot be negative {at}"));
        }
    }
}

/// What is wrong with a host and port.
fn host_port(text: &str) -> Option<String> {
    let shown = if text.is_empty() { String::new() } else { format!("address {text}: ") };
    let Some((host, _)) = text.rsplit_once(':') else {
        return Some(format!("{shown}missing port in address"));
    };
    if !host.starts_with('[') && host.contains(':') {
        return Some(format!("{shown}too many colons in address"));
    }
    None
}

fn kmsg(document: View<'_>) -> Option<String> {
    let url = document.url("url");
    let text = match url {
        _ if !document.has("name") => "name is required",
        None => "url is required",
        Some(url) if !["tcp", "udp"].contains(&url.scheme()) => "url scheme must be tcp:// or udp://",
        Some(url) if !["", "/"].contains(&&*url.path()) => "url path must be empty",
        Some(url) if url.port().is_empty() => "url port is required",
        Some(_) => return None,
    };
    Some(text.to_owned())
}

fn siderolink(document: View<'_>) -> Option<String> {
    let text = match document.url("apiUrl") {
        None => "apiUrl is required",
        Some(url) if !["https", "grpc"].contains(&url.scheme()) => {
            "apiUrl scheme must be https:// or grpc://"
        }
        Some(url) if !["", "/"].contains(&&*url.path()) => "apiUrl path must be empty",
        Some(_) => return None,
    };
    Some(text.to_owned())
}

fn watchdog(document: View<'_>) -> Option<String> {
    if !document.has("device") {
        return Some("watchdog device: empty value".to_owned());
    }
    let timeout = document.number("timeout");
    (timeout != 0 && timeout < 10_000_000_000).then(|| "watchdog timeout: minimum value is 10s".to_owned())
}

fn extension(document: View<'_>) -> Option<String> {
    let name = document.text("name");
    let files = document.items("configFiles");
    if name.is_empty() {
        return Some("name is required".to_owned());
    }
    if files.is_empty() && !document.has("environment") {
        return Some(format!("no config files found for extension {name:?}"));
    }
    files.into_iter().find_map(|file| {
        if !file.has("content") {
            return Some(format!("extension content is required for extension {name:?}"));
        }
        (!file.has("mountPath")).then(|| format!("extension mount path is required for extension {name:?}"))
    })
}

fn network_rule(document: View<'_>) -> Option<String> {
    if !document.has("name") {
        return Some("name is required".to_owned());
    }
    let mut ports: Vec<_> = document.items("portSelector.ports").into_iter().map(View::port_range).collect();
    if ports.is_empty() {
        return Some("portSelector.ports is required".to_owned());
    }
    ports.sort_by_key(|(low, _)| *low);
    let shown =
        |(low, high): &(i128, i128)| if low == high { low.to_string() } else { format!("{low}-{high}") };
    if let Some(wrong) = ports.iter().find(|(low, high)| low > high) {
        return Some(format!("invalid port range: {}", shown(wrong)));
    }
    let overlap = ports.iter().zip(ports.iter().skip(1)).find(|((_, high), (low, _))| low <= high);
    if let Some((left, right)) = overlap {
        return Some(format!("invalid port range: {}, overlaps with {}", shown(right), shown(left)));
    }
    let missing = document.items("ingress").into_iter().any(|rule| !rule.has("subnet"));
    missing.then(|| "invalid subnet: invalid Prefix".to_owned())
}

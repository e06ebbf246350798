//! CIL0508 port-invalid.

use manifest::{Rule, Severity};

use crate::policy::Subject;
use crate::policy::part::Part;

/// Ports are numbers or names of services, at most 40 in an entry, with a protocol that there is.
pub(super) static RULE: Rule = Rule {
    code: "CIL0508",
    name: "port-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Ports are numbers or names of services, at most 40 in an entry, with a protocol that there \
          is.",
    why: "The agent refuses the whole policy: it is stored and not enforced, and only its status says \
          so.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '99999', protocol: TCP}]}]}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '9999', protocol: TCP}]}]}]}
",
    source: "cilium/cilium, pkg/policy/api/rule_validation.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    for traffic in subject.traffic() {
        for entry in traffic.part.items("toPorts") {
            let count = entry.count("ports");
            if count > MOST {
                subject
                    .report(
                        &RULE,
                        entry.path.clone().key("ports"),
                        format!("there are {count} ports in one entry"),
                    )
                    .upstream(format!("{}too many ports, the max is {MOST}", traffic.prefix))
                    .help_with("make several entries of it, or a range with `endPort`");
            }
            for port in entry.items("ports") {
                check_port(subject, &traffic.prefix, &port);
            }
        }
    }
}

fn check_port(subject: &mut Subject<'_>, rule: &str, part: &Part<'_>) {
    let (text, protocol) = (part.text("port"), part.text("protocol"));
    let path = part.path.clone().key("port");
    let is_new = subject.cilium.is_at_least(19);
    if text.is_empty() {
        let words = if is_new { "port must be specified" } else { "Port must be specified" };
        subject
            .report(&RULE, path.clone(), "a port is missing")
            .upstream(format!("{rule}{words}"))
            .help_with("name the port; '0' stands for all of them");
    } else if !is_service_name(text) {
        if is_new && text != "0" && has_no_ports(subject, protocol) {
            subject
                .report(&RULE, path.clone(), format!("{protocol} has no ports"))
                .upstream(format!("{rule}port must be empty or 0"))
                .help_with("write '0'");
        }
        match go_number(text) {
            Err(problem) => subject
                .report(&RULE, path, format!("`{text}` is neither a port nor the name of a service"))
                .upstream(format!(
                    "{rule}unable to parse port: strconv.ParseUint: parsing {text:?}: {problem}"
                ))
                .help_with("write a number up to 65535, or a name of at most 15 letters, digits and `-`"),
            // Nobody means octal numbers.
            Ok(number) if number.to_string() != text => subject
                .report(&RULE, path, format!("`{text}` is read as the port {number}"))
                .help_with(format!("write '{number}', or the number that is meant")),
            Ok(_) => {}
        }
    }
    let end = part.number("endPort");
    let first = go_number(text).map(i64::from);
    if end > 0 && first.is_ok_and(|first| end < first) {
        subject
            .report(
                &RULE,
                part.path.clone().key("endPort"),
                format!("the range from {text} to {end} ends before it begins"),
            )
            .help_with("write the larger port in `endPort`; as it is, only `port` counts");
    } else if end > 0 && is_service_name(text) {
        subject
            .report(
                &RULE,
                part.path.clone().key("endPort"),
                format!("`{text}` is a name, and begins no range"),
            )
            .help_with("write numbers in `port` and `endPort`; as it is, only `port` counts");
    }
    let known: &[&str] = match subject.cilium.minor() {
        ..=18 => &OLD,
        19 => &MIDDLE,
        20.. => &NEW,
    };
    if !protocol.is_empty() && !known.contains(&protocol.to_uppercase().as_str()) {
        let message = format!("`{protocol}` is no protocol that Cilium {} knows", subject.cilium);
        subject
            .report(&RULE, part.path.clone().key("protocol"), message)
            .upstream(format!("{rule}invalid protocol {:?}, must be", protocol.to_uppercase()))
            .help_with("use `TCP`, `UDP`, `SCTP` or `ANY`");
    }
}

fn has_no_ports(subject: &Subject<'_>, protocol: &str) -> bool {
    let protocols: &[&str] = if subject.cilium.is_at_least(20) {
        &["VRRP", "IGMP", "GRE", "IPIP", "IPV6", "ESP", "AH"]
    } else {
        &["VRRP", "IGMP"]
    };
    protocols.contains(&protocol)
}

/// Whether a text is the name of a service to IANA: letters and digits with single dashes between them, at least one
/// letter, at most 15 in all.
pub(super) fn is_service_name(text: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (1..=15).contains(&text.len())
        && text.split('-').all(is_part)
        && text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// A number of 16 bits as Go reads it where it takes the base from the text, or what is wrong with it.
pub(super) fn go_number(text: &str) -> Result<u16, &'static str> {
    const SYNTAX: &str = "invalid syntax";
    let lower = text.to_ascii_lowercase();
    let bases = [("0x", 16), ("0b", 2), ("0o", 8)];
    let marked = bases.iter().find_map(|(mark, base)| Some((lower.strip_prefix(mark)?, *base, true)));
    let (digits, radix, mut may_part) = marked.unwrap_or(match lower.strip_prefix('0') {
        Some(rest) if !rest.is_empty() => (rest, 8, true),
        _ => (lower.as_str(), 10, false),
    });
    // An underscore parts digits, and stands behind a mark for a base.
    let mut plain = String::new();
    for c in digits.chars() {
        match c {
            '_' if may_part => may_part = false,
            c if c.is_digit(radix) => {
                plain.push(c);
                may_part = true;
            }
            _ => return Err(SYNTAX),
        }
    }
    if plain.is_empty() || digits.ends_with('_') {
        return Err(SYNTAX);
    }
    u16::from_str_radix(&plain, radix).map_err(|_| "value out of range")
}

/// Ports in one entry.
const MOST: usize = 40;

const OLD: [&str; 6] = ["TCP", "UDP", "SCTP", "ICMP", "ICMPV6", "ANY"];
const MIDDLE: [&str; 8] = ["TCP", "UDP", "SCTP", "ICMP", "ICMPV6", "ANY", "VRRP", "IGMP"];
const NEW: [&str; 13] =
    ["TCP", "UDP", "SCTP", "ICMP", "ICMPV6", "ANY", "VRRP", "IGMP", "GRE", "IPIP", "IPV6", "ESP", "AH"];

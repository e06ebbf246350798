//! CIL0208 network-invalid.

use manifest::{Rule, Severity};

use crate::check::Subject;
use ipnet::IpNet;

/// Networks are written as an address with a prefix length, of the family of their key.
pub(super) static RULE: Rule = Rule {
    code: "CIL0208",
    name: "network-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Networks are written as an address with a prefix length, of the family of their key.",
    why: "The agent does not start, or never matches.",
    bad: "\
ipv4NativeRoutingCIDR: 10.244.0.0
",
    good: "\
ipv4NativeRoutingCIDR: 10.244.0.0/16
",
    source: "cilium/cilium, pkg/option",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    for (path, is_ipv4) in NETWORKS {
        let Some(text) = subject.declared_text(path) else { continue };
        if text.is_empty() {
            continue;
        }
        let family = if *is_ipv4 { "IPv4" } else { "IPv6" };
        let message = match text.parse::<IpNet>() {
            Ok(net) if matches!(net, IpNet::V4(_)) == *is_ipv4 => continue,
            Ok(_) => format!("`{path}` is `{text}`, no network of {family}"),
            Err(_) => format!("`{path}` is `{text}`, not a network"),
        };
        subject
            .report(&RULE, path, message)
            .help_with("write an address with the length of its prefix, such as 10.244.0.0/16");
    }
}

/// Keys whose text must be a network, with whether it is one of IPv4.
const NETWORKS: &[(&str, bool)] = &[
    ("ipv4NativeRoutingCIDR", true),
    ("ipv6NativeRoutingCIDR", false),
    ("encryption.strictMode.cidr", true),
    ("encryption.strictMode.egress.cidr", true),
    ("bgpControlPlane.routerIDAllocation.ipPool", true),
];

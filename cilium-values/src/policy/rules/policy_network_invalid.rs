//! CIL0506 policy-network-invalid.

use std::net::IpAddr;

use ipnet::IpNet;
use manifest::{Rule, Severity};

use crate::policy::Subject;
use crate::policy::part::Part;
use crate::policy::rules::label_selector_invalid::{Labels, problems};

/// Networks of a rule can be read, are given in one way, and hold what is taken out of them.
pub(super) static RULE: Rule = Rule {
    code: "CIL0506",
    name: "policy-network-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Networks of a rule can be read, are given in one way, and hold what is taken out of them.",
    why: "The agent refuses the whole policy: it is stored and not enforced, and only its status says \
          so.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, egress: [{toCIDRSet: [{cidr: 10.0.0.0/8, except: [192.168.0.0/16]}]}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, egress: [{toCIDRSet: [{cidr: 10.0.0.0/8, except: [10.96.0.0/12]}]}]}
",
    source: "cilium/cilium, pkg/policy/api/rule_validation.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    for traffic in subject.traffic() {
        let (plain, sets) =
            if traffic.is_ingress { ("fromCIDR", "fromCIDRSet") } else { ("toCIDR", "toCIDRSet") };
        for network in traffic.part.items(plain) {
            let text = network.as_str();
            let words = if text.is_empty() {
                "IP must be specified".to_owned()
            } else if prefix(text).is_none() && text.parse::<IpAddr>().is_err() {
                format!("unable to parse CIDR: ParseAddr({text:?})")
            } else {
                continue;
            };
            subject
                .report(&RULE, network.path, format!("`{text}` is no network"))
                .upstream(format!("{}{words}", traffic.prefix))
                .help_with("write an address with the length of its prefix, such as 10.0.0.0/8");
        }
        for set in traffic.part.items(sets) {
            check_set(subject, &traffic.prefix, &set);
        }
    }
}

fn check_set(subject: &mut Subject<'_>, rule: &str, set: &Part<'_>) {
    let (cidr, group) = (set.text("cidr"), set.text("cidrGroupRef"));
    let is_old = !subject.cilium.is_at_least(17);
    let selector = set.get("cidrGroupSelector").filter(|_| !is_old);
    if is_old && !group.is_empty() {
        return;
    }
    let problem = selector
        .as_ref()
        .and_then(|selector| problems(selector, Labels::OfGroup, subject.cilium).into_iter().next());
    if let Some((path, message)) = problem {
        let verb = if subject.cilium.is_at_least(20) { "sanitize" } else { "parse" };
        subject
            .report(&RULE, path, message)
            .upstream(format!("{rule}failed to {verb} cidrGroupSelector"))
            .help_with("mend the selector of the groups");
        return;
    }
    let forms =
        usize::from(!cidr.is_empty()) + usize::from(!group.is_empty()) + usize::from(selector.is_some());
    if !is_old && forms != 1 {
        let (message, words) = if forms == 0 {
            ("no network is given", "one of cidr, cidrGroupRef, or cidrGroupSelector is required")
        } else {
            (
                "networks are given in several ways",
                "more than one of cidr, cidrGroupRef, or cidrGroupSelector may not be set",
            )
        };
        subject
            .report(&RULE, set.path.clone(), message)
            .upstream(format!("{rule}{words}"))
            .help_with("keep one of `cidr`, `cidrGroupRef` and `cidrGroupSelector`");
        return;
    }
    if forms == 1 && cidr.is_empty() {
        return;
    }
    let Some(outer) = prefix(cidr) else {
        subject
            .report(&RULE, set.path.clone().key("cidr"), format!("`{cidr}` is no network"))
            .upstream(format!("{rule}unable to parse CIDRRule {cidr:?}"))
            .help_with("write an address with the length of its prefix, such as 10.0.0.0/8");
        return;
    };
    for except in set.items("except") {
        let text = except.as_str();
        let Some(inner) = prefix(text) else {
            subject
                .report(&RULE, except.path, format!("`{text}` is no network"))
                .upstream(format!("{rule}netip.ParsePrefix({text:?})"))
                .help_with("write an address with the length of its prefix, such as 10.96.0.0/12");
            continue;
        };
        // Up to 1.19 only the first address is looked at, and a wider exception takes everything away; 1.16 crashes over
        // one that begins in the network.
        let is_wider = inner.prefix_len() < outer.prefix_len();
        let is_refused = !outer.contains(&inner.addr()) || is_wider && subject.cilium.is_at_least(20);
        let is_crash = is_old && is_wider && outer.contains(&inner.network());
        if is_refused || is_wider {
            let report = subject.report(
                &RULE,
                except.path,
                format!("`{text}` does not lie in `{cidr}`, out of which it is taken"),
            );
            let words = format!("{rule}allow CIDR prefix {cidr} does not contain exclude CIDR prefix {text}");
            let report = match (is_refused, is_crash) {
                (true, _) => report.upstream(words),
                (false, true) => report.upstream("runtime error: makeslice: cap out of range"),
                (false, false) => report,
            };
            report.help_with("take out a part of the network");
        }
    }
}

/// A network as Go reads it: no leading zeros, no zone.
fn prefix(text: &str) -> Option<IpNet> {
    let (address, length) = text.split_once('/')?;
    let is_plain =
        !(length.len() > 1 && length.starts_with('0')) && length.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain { IpNet::new(address.parse().ok()?, length.parse().ok()?).ok() } else { None }
}

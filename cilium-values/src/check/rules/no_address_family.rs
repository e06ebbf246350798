//! CIL0203 no-address-family.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// At least one address family is on.
pub(super) static RULE: Rule = Rule {
    code: "CIL0203",
    name: "no-address-family",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "At least one address family is on.",
    why: "The agent does not start.",
    bad: "\
ipv4: {enabled: false}
",
    good: "\
ipv4: {enabled: false}
ipv6: {enabled: true}
",
    source: "cilium/cilium, pkg/option",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    if !values.ipv4.enabled.is_true() && !values.ipv6.enabled.is_true() {
        let message = "neither IPv4 nor IPv6 is on";
        subject
            .report(&RULE, "ipv4.enabled", message)
            .help_with("set `ipv4.enabled: true` or `ipv6.enabled: true`");
    }
}

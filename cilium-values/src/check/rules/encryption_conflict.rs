//! CIL0222 encryption-conflict.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// Encryption has what it needs, and nothing is set that it excludes.
pub(super) static RULE: Rule = Rule {
    code: "CIL0222",
    name: "encryption-conflict",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Encryption has what it needs, and nothing is set that it excludes.",
    why: "The agent does not start.",
    bad: "\
encryption: {enabled: true, type: ipsec}
hostFirewall: {enabled: true}
",
    good: "\
encryption: {enabled: true, type: wireguard}
hostFirewall: {enabled: true}
",
    source: "cilium/cilium, daemon/cmd/daemon.go; cilium/cilium, pkg/option",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    if !values.encryption.enabled.is_true() {
        return;
    }
    let is_ingress_strict =
        values.encryption.strict_mode.ingress.enabled.is_true() && subject.cilium.is_at_least(19);
    if is_ingress_strict && !subject.uses_tunnels() {
        subject
            .report(
                &RULE,
                "encryption.strictMode.ingress.enabled",
                "packets that come in are known to be encrypted only where they come through tunnels",
            )
            .help_with("set `routingMode: tunnel`, or this to `false`");
    }
    if !subject.uses_ipsec() {
        return;
    }
    if values.host_firewall.enabled.is_true() {
        subject
            .report(&RULE, "hostFirewall.enabled", "IPsec excludes the firewall of the host")
            .help_with("set it to `false`, or `encryption.type: wireguard`");
    }
    if is_ingress_strict {
        subject
            .report(
                &RULE,
                "encryption.strictMode.ingress.enabled",
                "IPsec has no strict mode for what comes in",
            )
            .help_with("set it to `false`, or `encryption.type: wireguard`");
    }
    if values.ipv4.enabled.is_false() && !subject.cilium.is_at_least(18) {
        subject
            .report(&RULE, "encryption.type", "IPsec needs IPv4 before 1.18")
            .help_with("set `ipv4.enabled: true`, or upgrade to 1.18");
    }
    // The chart turns the mode on unless it is told otherwise or other plugins are chained.
    let mode = &values.dns_proxy.enable_transparent_mode;
    let is_opaque = mode.is_false() || mode.get().is_none() && subject.is_chained();
    if values.l7_proxy.is_true() && is_opaque {
        subject
            .report(
                &RULE,
                "dnsProxy.enableTransparentMode",
                "with IPsec the proxy of names must be transparent",
            )
            .help_with("set it to `true`");
    }
}

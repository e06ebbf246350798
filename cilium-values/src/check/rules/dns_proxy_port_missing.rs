//! CIL0114 dns-proxy-port-missing.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// The proxy for DNS in pods of its own has a fixed port.
pub(super) static RULE: Rule = Rule {
    code: "CIL0114",
    name: "dns-proxy-port-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The proxy for DNS in pods of its own has a fixed port.",
    why: "The chart does not render: both halves must know the port.",
    bad: "\
standaloneDnsProxy: {enabled: true}
",
    good: "\
standaloneDnsProxy: {enabled: true}
dnsProxy: {proxyPort: 10094}
",
    source: "cilium/cilium, chart, templates/validate.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let port = values.dns_proxy.proxy_port.value().unwrap_or_default();
    if subject.cilium.is_at_least(19) && values.standalone_dns_proxy.enabled.is_true() && port == 0 {
        let message = "`standaloneDnsProxy` is on, and `dnsProxy.proxyPort` is left to chance";
        subject
            .report(&RULE, "dnsProxy.proxyPort", message)
            .upstream("standaloneDnsProxy requires dnsProxy.proxyPort to be explicitly set (e.g., 10094)")
            .help_with("set a free port, such as 10094");
    }
}

//! CIL0202 l2-without-kube-proxy-replacement.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// L2 announcements are on only where Cilium serves the announced addresses.
pub(super) static RULE: Rule = Rule {
    code: "CIL0202",
    name: "l2-without-kube-proxy-replacement",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "L2 announcements are on only where Cilium serves the announced addresses.",
    why: "The address answers ARP, and its packets are balanced by nobody. Nothing reports it.",
    bad: "\
l2announcements: {enabled: true}
",
    good: "\
l2announcements: {enabled: true}
kubeProxyReplacement: true
k8sServiceHost: localhost
k8sServicePort: 7445
",
    source: "cilium/cilium, Documentation/network/l2-announcements.rst",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    if subject.effective.l2announcements.enabled.is_true() && !subject.replaces_kube_proxy() {
        let message = "L2 announcements need `kubeProxyReplacement: true`";
        subject
            .report(&RULE, "l2announcements.enabled", message)
            .help_with("set `kubeProxyReplacement: true`");
    }
}

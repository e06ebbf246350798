//! CIL0206 bpf-masquerade-conflict.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::Setting;

/// Masquerading in eBPF has what it needs, and nothing is set that it excludes or that needs it.
pub(super) static RULE: Rule = Rule {
    code: "CIL0206",
    name: "bpf-masquerade-conflict",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Masquerading in eBPF has what it needs, and nothing is set that it excludes or that needs \
          it.",
    why: "The agent does not start.",
    bad: "\
ipMasqAgent: {enabled: true}
",
    good: "\
ipMasqAgent: {enabled: true}
bpf: {masquerade: true}
",
    source: "cilium/cilium, pkg/option; cilium/cilium, daemon/cmd",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let is_on = values.bpf.masquerade.is_true();
    let is_off = |setting: &Setting<bool>| setting.is_false();
    let (path, message, help) = if !is_on && values.ip_masq_agent.enabled.is_true() {
        ("ipMasqAgent.enabled", "the ip-masq-agent needs `bpf.masquerade`", "set `bpf.masquerade: true`")
    } else if !is_on {
        return;
    } else if is_off(&values.enable_ipv4_masquerade) && is_off(&values.enable_ipv6_masquerade) {
        (
            "bpf.masquerade",
            "eBPF is to masquerade, and masquerading is off for both families",
            "set it to `false`",
        )
    } else if !subject.cilium.is_at_least(19)
        && !subject.replaces_kube_proxy()
        && !values.node_port.enabled.is_true()
    {
        (
            "bpf.masquerade",
            "masquerading in eBPF needs `kubeProxyReplacement` before 1.19",
            "set `kubeProxyReplacement: true`",
        )
    } else if !values.egress_masquerade_interfaces.text().is_empty() {
        (
            "egressMasqueradeInterfaces",
            "masquerading in eBPF takes its devices from `devices`",
            "remove it and set `devices`",
        )
    } else if values.enable_masquerade_route_source.is_true() {
        (
            "enableMasqueradeRouteSource",
            "masquerading in eBPF cannot take the address of the route",
            "set it to `false`",
        )
    } else {
        return;
    };
    subject.report(&RULE, path, message).help_with(help);
}

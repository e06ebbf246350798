//! CIL0115 netkit-conflict.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::bpf::DatapathMode;

/// Netkit devices are not combined with what they exclude, and have what they need.
pub(super) static RULE: Rule = Rule {
    code: "CIL0115",
    name: "netkit-conflict",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Netkit devices are not combined with what they exclude, and have what they need.",
    why: "The chart does not render, or the agent does not start.",
    bad: "\
bpf: {datapathMode: netkit, tproxy: true}
",
    good: "\
bpf: {datapathMode: netkit}
",
    source: "cilium/cilium, chart, templates/validate.yaml; cilium/cilium, daemon/cmd",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let bpf = &subject.effective.bpf;
    if !matches!(bpf.datapath_mode.value(), Some(DatapathMode::Netkit | DatapathMode::NetkitL2)) {
        return;
    }
    let is_new = subject.cilium.is_at_least(20);
    let (path, message, help) = if bpf.tproxy.is_true() && subject.cilium.is_at_least(19) {
        ("bpf.tproxy", "netkit devices exclude `bpf.tproxy`", "set `bpf.tproxy: false`")
    } else if is_new && bpf.host_legacy_routing.is_true() {
        (
            "bpf.hostLegacyRouting",
            "netkit devices exclude the host's routes",
            "set it to `false`, and `forwardKubeDNSToHost: false` in Talos",
        )
    } else if is_new && !bpf.masquerade.is_true() {
        ("bpf.datapathMode", "netkit devices need `bpf.masquerade`", "set `bpf.masquerade: true`")
    } else if is_new && !subject.replaces_kube_proxy() {
        ("bpf.datapathMode", "netkit devices need `kubeProxyReplacement`", "set `kubeProxyReplacement: true`")
    } else {
        return;
    };
    subject.report(&RULE, path, message).help_with(help);
}

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
    if bpf.tproxy.is_true() && subject.cilium.is_at_least(19) {
        subject
            .report(&RULE, "bpf.tproxy", "netkit devices exclude `bpf.tproxy`")
            .upstream(
                ".Values.bpf.tproxy cannot be enabled with .Values.bpf.datapathMode=netkit or \
                 .Values.bpf.datapathMode=netkit-l2",
            )
            .help_with("set `bpf.tproxy: false`");
        return;
    }
    if !subject.cilium.is_at_least(20) {
        return;
    }
    let (path, message, help) = if bpf.host_legacy_routing.is_true() {
        (
            "bpf.hostLegacyRouting",
            "netkit devices exclude the host's routes",
            "set it to `false`, and `forwardKubeDNSToHost: false` in Talos",
        )
    } else if !bpf.masquerade.is_true() {
        ("bpf.datapathMode", "netkit devices need `bpf.masquerade`", "set `bpf.masquerade: true`")
    } else if !subject.replaces_kube_proxy() {
        ("bpf.datapathMode", "netkit devices need `kubeProxyReplacement`", "set `kubeProxyReplacement: true`")
    } else {
        return;
    };
    subject.report(&RULE, path, message).help_with(help);
}

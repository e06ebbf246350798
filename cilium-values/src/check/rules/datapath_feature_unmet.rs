//! CIL0223 datapath-feature-unmet.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::UnderlayProtocol;
use crate::values::load_balancer::{Acceleration, LoadBalancerMode};

/// A feature of the datapath has what it needs.
pub(super) static RULE: Rule = Rule {
    code: "CIL0223",
    name: "datapath-feature-unmet",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A feature of the datapath has the other features that it needs.",
    why: "The agent does not start.",
    bad: "\
bandwidthManager: {enabled: true, bbr: true}
",
    good: "\
bandwidthManager: {enabled: true, bbr: true}
bpf: {masquerade: true}
kubeProxyReplacement: true
k8sServiceHost: localhost
k8sServicePort: 7445
",
    source: "cilium/cilium, pkg/datapath/linux/bandwidth; cilium/cilium, pkg/datapath/tunnel; cilium/cilium, pkg/kpr",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    check_bandwidth(subject);
    check_conntrack(subject);
    check_underlay(subject);
    check_translation(subject);
}

fn check_bandwidth(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let bandwidth = &values.bandwidth_manager;
    if !bandwidth.enabled.is_true() {
        return;
    }
    let routes_in_bpf = subject.replaces_kube_proxy()
        && values.bpf.masquerade.is_true()
        && !values.bpf.host_legacy_routing.is_true();
    let is_host_only = bandwidth.bbr_host_namespace_only.is_true() && subject.cilium.is_at_least(18);
    if bandwidth.bbr.is_true() && !is_host_only && !routes_in_bpf {
        subject
            .report(&RULE, "bandwidthManager.bbr", "BBR needs routes in eBPF, which are off")
            .help_with(
                "set `kubeProxyReplacement: true`, `bpf.masquerade: true` and `bpf.hostLegacyRouting: false`, or this to \
                 `false`",
            );
    }
    if is_host_only && !bandwidth.bbr.is_true() {
        subject
            .report(
                &RULE,
                "bandwidthManager.bbrHostNamespaceOnly",
                "BBR is to be limited to the host, and is off",
            )
            .help_with("set `bandwidthManager.bbr: true`");
    }
}

fn check_conntrack(subject: &mut Subject<'_>) {
    let values = subject.effective;
    // The chart writes `false` for clouds and chained plugins, whatever is asked for.
    let is_overruled = [&values.azure.enabled, &values.eni.enabled, &values.gke.enabled]
        .iter()
        .any(|enabled| enabled.is_true())
        || subject.is_chained();
    if !values.install_no_conntrack_iptables_rules.is_true() || is_overruled {
        return;
    }
    let masquerades = !values.enable_ipv4_masquerade.is_false();
    let (message, help) = if subject.uses_tunnels() {
        ("connections are followed where there are tunnels", "set `routingMode: native`, or this to `false`")
    } else if values.ipv4.enabled.is_false() {
        ("the rules against following connections are of IPv4, which is off", "set it to `false`")
    } else if !subject.replaces_kube_proxy() {
        (
            "kube-proxy needs connections to be followed",
            "set `kubeProxyReplacement: true`, or this to `false`",
        )
    } else if masquerades && !values.bpf.masquerade.is_true() {
        (
            "masquerading with iptables needs connections to be followed",
            "set `bpf.masquerade: true`, or this to `false`",
        )
    } else {
        return;
    };
    subject.report(&RULE, "installNoConntrackIptablesRules", message).help_with(help);
}

fn check_underlay(subject: &mut Subject<'_>) {
    if !subject.cilium.is_at_least(18) {
        return;
    }
    let values = subject.effective;
    let (path, message, help) = match values.underlay_protocol.value() {
        Some(UnderlayProtocol::Ipv4) if values.ipv4.enabled.is_false() => {
            ("underlayProtocol", "packets are wrapped in IPv4, which is off", "set it to `ipv6`")
        }
        Some(UnderlayProtocol::Ipv6) if !values.ipv6.enabled.is_true() => {
            ("underlayProtocol", "packets are wrapped in IPv6, which is off", "set `ipv6.enabled: true`")
        }
        Some(UnderlayProtocol::Ipv6)
            if values.load_balancer.acceleration.value() == Some(Acceleration::Native) =>
        {
            (
                "loadBalancer.acceleration",
                "acceleration excludes packets that are wrapped in IPv6",
                "set `underlayProtocol: ipv4`, or this to `disabled`",
            )
        }
        _ => return,
    };
    subject.report(&RULE, path, message).help_with(help);
}

fn check_translation(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let mode = values.load_balancer.mode.value();
    if values.nat46x64_gateway.enabled.is_true() {
        let has_both = values.ipv4.enabled.is_true() && values.ipv6.enabled.is_true();
        let is_direct = matches!(mode, Some(LoadBalancerMode::Dsr | LoadBalancerMode::Hybrid));
        if !has_both {
            subject
                .report(
                    &RULE,
                    "nat46x64Gateway.enabled",
                    "translation between the families needs both of them",
                )
                .help_with("set `ipv4.enabled: true` and `ipv6.enabled: true`");
        } else if is_direct {
            subject
                .report(&RULE, "loadBalancer.mode", "translation between the families needs the mode `snat`")
                .help_with("set it to `snat`");
        }
    }
    let is_annotated = values.bpf.lb_mode_annotation.is_true() && subject.cilium.is_at_least(17);
    if is_annotated && mode == Some(LoadBalancerMode::Hybrid) {
        subject
            .report(
                &RULE,
                "loadBalancer.mode",
                "services with a mode of their own exclude `hybrid` as that of the others",
            )
            .help_with("set it to `snat` or `dsr`");
    }
}

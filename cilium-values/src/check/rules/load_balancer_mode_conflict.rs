//! CIL0209 load-balancer-mode-conflict.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::TunnelProtocol;
use crate::values::load_balancer::{Acceleration, DsrDispatch, LoadBalancerMode};

/// Direct answers to clients go together with how packets are wrapped.
pub(super) static RULE: Rule = Rule {
    code: "CIL0209",
    name: "load-balancer-mode-conflict",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Direct answers to clients go together with how packets are wrapped.",
    why: "The agent does not start.",
    bad: "\
kubeProxyReplacement: true
k8sServiceHost: localhost
k8sServicePort: 7445
loadBalancer: {mode: dsr}
",
    good: "\
kubeProxyReplacement: true
k8sServiceHost: localhost
k8sServicePort: 7445
loadBalancer: {mode: dsr, dsrDispatch: geneve}
tunnelProtocol: geneve
",
    source: "cilium/cilium, daemon/cmd/kube_proxy_replacement.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let balancer = &values.load_balancer;
    if !matches!(balancer.mode.value(), Some(LoadBalancerMode::Dsr | LoadBalancerMode::Hybrid)) {
        return;
    }
    let is_tunnel = subject.uses_tunnels();
    let is_geneve = values.tunnel_protocol.value() == Some(TunnelProtocol::Geneve);
    let dispatch = balancer.dsr_dispatch.value();
    let (path, message, help) = if is_tunnel && !is_geneve {
        (
            "loadBalancer.mode",
            "direct answers do not go through VXLAN tunnels",
            "set `tunnelProtocol: geneve` and `dsrDispatch: geneve`",
        )
    } else if is_tunnel && dispatch != Some(DsrDispatch::Geneve) {
        (
            "loadBalancer.dsrDispatch",
            "direct answers with tunnels need the dispatch `geneve`",
            "set `dsrDispatch: geneve`",
        )
    } else if dispatch == Some(DsrDispatch::Geneve) && !is_geneve {
        (
            "tunnelProtocol",
            "the dispatch `geneve` needs that tunnel protocol, also with native routing",
            "set `tunnelProtocol: geneve`",
        )
    } else if dispatch == Some(DsrDispatch::Ipip)
        && !subject.cilium.is_at_least(19)
        && !matches!(balancer.acceleration.value(), Some(Acceleration::Native | Acceleration::BestEffort))
    {
        (
            "loadBalancer.dsrDispatch",
            "the dispatch `ipip` needs acceleration before 1.19",
            "set `loadBalancer.acceleration: native`",
        )
    } else {
        return;
    };
    subject.report(&RULE, path, message).help_with(help);
}

//! CIL0215 feature-switched-off.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// Ingress and gateways have the replacement of kube-proxy that they need.
pub(super) static RULE: Rule = Rule {
    code: "CIL0215",
    name: "feature-switched-off",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Ingress and gateways have the replacement of kube-proxy that they need.",
    why: "The operator says so in its log, switches the feature off and goes on: nothing listens.",
    bad: "\
gatewayAPI: {enabled: true}
",
    good: "\
gatewayAPI: {enabled: true}
kubeProxyReplacement: true
k8sServiceHost: localhost
k8sServicePort: 7445
",
    source: "cilium/cilium, operator/pkg/gateway-api, operator/pkg/ingress",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let has_ports = subject.replaces_kube_proxy()
        || !subject.cilium.is_at_least(19) && values.node_port.enabled.is_true();
    let features = [
        ("gatewayAPI.enabled", &values.gateway_api.enabled),
        ("ingressController.enabled", &values.ingress_controller.enabled),
    ];
    let on: Vec<&str> = features.iter().filter(|(_, on)| on.is_true()).map(|(path, _)| *path).collect();
    for path in on {
        if !has_ports {
            let message = format!("`{path}` has no effect without `kubeProxyReplacement`");
            subject.report(&RULE, path, message).help_with("set `kubeProxyReplacement: true`");
        }
    }
}

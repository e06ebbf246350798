//! CIL0105 l7-proxy-off.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::load_balancer::L7Backend;

/// Ingress, gateways and Envoy as a load balancer have the proxy that they run in.
pub(super) static RULE: Rule = Rule {
    code: "CIL0105",
    name: "l7-proxy-off",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Ingress, gateways and Envoy as a load balancer have the proxy that they run in.",
    why: "The chart does not render.",
    bad: "\
l7Proxy: false
kubeProxyReplacement: true
k8sServiceHost: localhost
k8sServicePort: 7445
gatewayAPI: {enabled: true}
",
    good: "\
l7Proxy: true
kubeProxyReplacement: true
k8sServiceHost: localhost
k8sServicePort: 7445
gatewayAPI: {enabled: true}
",
    source: "cilium/cilium, chart, templates/validate.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let needs = values.ingress_controller.enabled.is_true()
        || values.gateway_api.enabled.is_true()
        || values.load_balancer.l7.backend.value() == Some(L7Backend::Envoy);
    if needs && values.l7_proxy.is_false() {
        let message = "the proxy is off that Ingress, gateways or the L7 load balancer run in";
        subject
            .report(&RULE, "l7Proxy", message)
            .upstream(
                "Ingress or Gateway API controller or Envoy L7 Load Balancer  requires .Values.l7Proxy to be set to \
                 'true'",
            )
            .help_with("set `l7Proxy: true`");
    }
}

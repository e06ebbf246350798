//! CIL0125 traffic-policy-missing.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::common::ServiceType;

/// Services of Ingress and of gateways say which nodes take their traffic.
pub(super) static RULE: Rule = Rule {
    code: "CIL0125",
    name: "traffic-policy-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Services of Ingress and of gateways say which nodes take their traffic.",
    why: "The chart does not render.",
    bad: "\
ingressController: {enabled: true, service: {externalTrafficPolicy: null}}
kubeProxyReplacement: true
k8sServiceHost: localhost
k8sServicePort: 7445
",
    good: "\
ingressController: {enabled: true, service: {externalTrafficPolicy: Local}}
kubeProxyReplacement: true
k8sServiceHost: localhost
k8sServicePort: 7445
",
    source: "cilium/cilium, chart, templates/validate.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let service = &values.ingress_controller.service;
    let is_outside = matches!(service.type_.value(), Some(ServiceType::LoadBalancer | ServiceType::NodePort));
    let ingress_lacks = values.ingress_controller.enabled.is_true()
        && is_outside
        && service.external_traffic_policy.value().is_none();
    let gateway_lacks =
        values.gateway_api.enabled.is_true() && values.gateway_api.external_traffic_policy.value().is_none();
    let services = [
        (
            "ingressController.service.externalTrafficPolicy",
            ingress_lacks,
            "Cilium Ingress services of type 'LoadBalancer' or 'NodePort' need an externalTrafficPolicy set to \
             'Cluster' or 'Local'.",
        ),
        (
            "gatewayAPI.externalTrafficPolicy",
            gateway_lacks,
            "Cilium GatewayAPI needs an externalTrafficPolicy set to 'Cluster' or 'Local'.",
        ),
    ];
    for (path, _, words) in services.iter().filter(|(_, lacks, _)| *lacks) {
        let message = format!("`{path}` is neither `Cluster` nor `Local`");
        subject
            .report(&RULE, path, message)
            .upstream(*words)
            .help_with("leave the chart's default, `Cluster`");
    }
}

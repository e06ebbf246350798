//! CLU0427 gateways-without-address.

use cilium_values::lb::{Handler, Settings};
use cilium_values::resource::{Service, ServiceSpec};
use cilium_values::values::common::ServiceType;
use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0427",
    name: "gateways-without-address",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Where Cilium serves Ingress objects or gateways behind services, there is a pool of addresses for these.",
    why: "The services stay pending, and nothing reaches what stands behind them.",
    bad: values!(
        "\
kubeProxyReplacement: true
k8sServiceHost: localhost
k8sServicePort: 7445
ingressController: {enabled: true}
"
    ),
    good: concat!(
        values!(
            "\
kubeProxyReplacement: true
k8sServiceHost: localhost
k8sServicePort: 7445
ingressController: {enabled: true}
"
        ),
        "\
### pools.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: pool}
spec: {blocks: [{start: 10.0.0.10, stop: 10.0.0.20}]}
"
    ),
    source: "Cilium documentation, Ingress Support and Gateway API Support",
};

/// Charts of other controllers that give services of no class their addresses.
const OTHERS: [&str; 3] = ["metallb", "kube-vip-cloud-provider", "purelb"];

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = estate.cilium.as_ref().filter(|cilium| cilium.is_known()) else { return };
    let has_other = OTHERS.iter().any(|chart| estate.releases_of(chart).next().is_some());
    if has_other || cilium.pools.iter().any(|pool| !pool.spec.disabled.unwrap_or_default()) {
        return;
    }
    let version = estate.versions.cilium_or_newest();
    let settings = Settings::new(&cilium.values, &version);
    // What the values leave out is off in the chart, and its services are balanced.
    let (ingress, gateways) = (&cilium.values.ingress_controller, &cilium.values.gateway_api);
    let balanced = ServiceSpec { type_: Some(ServiceType::LoadBalancer), ..ServiceSpec::default() };
    let of_ingress = ServiceSpec {
        type_: ingress.service.type_.value().or(balanced.type_),
        load_balancer_class: ingress.service.load_balancer_class.get().cloned(),
        ..ServiceSpec::default()
    };
    let served = [
        (&ingress.enabled, &ingress.host_network.enabled, "ingressController", "Ingress objects", of_ingress),
        (&gateways.enabled, &gateways.host_network.enabled, "gatewayAPI", "gateways", balanced),
    ];
    for (enabled, on_host, key, what, spec) in served {
        let service = Service::new(&version, "cilium-gateway", spec);
        let is_given = service.is_some_and(|service| settings.handler(&service) == Handler::LbIpam);
        if !enabled.is_true() || on_host.is_true() || !is_given {
            continue;
        }
        let message = format!("Cilium serves {what}, and no pool has an address for their services");
        findings.push(
            Finding::new(&RULE, cilium.value_place(&format!("{key}.enabled")), message).help(format!(
                "declare a `CiliumLoadBalancerIPPool`, or set `{key}.hostNetwork.enabled: true`"
            )),
        );
    }
}

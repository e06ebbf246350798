//! CLU0309 two-service-proxies.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// Where Cilium replaces kube-proxy, Talos runs none.
pub(super) static RULE: Rule = Rule {
    code: "CLU0309",
    name: "two-service-proxies",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Where Cilium replaces kube-proxy, Talos runs none.",
    why: "Both program the same services; connections break when one of the two loses track of the other's rules.",
    bad: "\
talos: {kubeProxy: true}
cilium:
  values: {kubeProxyReplacement: true, k8sServiceHost: localhost, k8sServicePort: 7445}
",
    good: "talos: {kubeProxy: false}",
    source: "Talos documentation, Deploying Cilium",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let (Some(cilium), Some(talos)) = (&estate.cilium, &estate.talos) else { return };
    let is_said = cilium.is_known() || cilium.values_at.said("kubeProxyReplacement").is_some();
    if is_said && cilium.replaces_kube_proxy() && talos.kube_proxy.value {
        findings.push(
            Finding::new(
                &RULE,
                talos.kube_proxy.place.clone(),
                "Talos runs kube-proxy although Cilium replaces it",
            )
            .related(cilium.value_place("kubeProxyReplacement"), "Cilium replaces it")
            .help(talos.cure(
                "set `talos.kubeProxy: false`, or leave it out",
                "set `cluster.proxy.disabled: true` in a patch of the whole cluster",
            )),
        );
    }
}

//! CLU0310 no-service-proxy.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// Where Talos runs no kube-proxy, Cilium replaces it.
pub(super) static RULE: Rule = Rule {
    code: "CLU0310",
    name: "no-service-proxy",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Where Talos runs no kube-proxy, Cilium replaces it.",
    why: "Nothing implements services: not even Cilium's own operator reaches the API server.",
    bad: "\
talos: {kubeProxy: false}
cilium:
  values: {kubeProxyReplacement: false, l2announcements: {enabled: false}}
  l2: {default-l2-policy: null}
",
    good: "\
cilium:
  values: {kubeProxyReplacement: true}
",
    source: "Talos documentation, Deploying Cilium",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let (Some(cilium), Some(talos)) = (&estate.cilium, &estate.talos) else { return };
    if !cilium.replaces_kube_proxy() && !talos.kube_proxy.value {
        findings.push(
            Finding::new(
                &RULE,
                cilium.value_place("kubeProxyReplacement"),
                "nothing implements services: kube-proxy is disabled in Talos and Cilium does not replace it",
            )
            .related(talos.kube_proxy.place.clone(), "kube-proxy is disabled here")
            .help(talos.cure(
                "set `kubeProxyReplacement: true`, or `talos.kubeProxy: true`",
                "set `kubeProxyReplacement: true`, or `cluster.proxy.disabled: false`",
            )),
        );
    }
}

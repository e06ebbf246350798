//! CIL0123 api-host-looked-up.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// The host of the API server is not `auto` where nothing tells it.
pub(super) static RULE: Rule = Rule {
    code: "CIL0123",
    name: "api-host-looked-up",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The host of the API server is not `auto` where nothing tells it.",
    why: "The chart looks the host up in a ConfigMap that kubeadm leaves and Talos does not, and that \
          `helm template` never finds; before 1.19 it uses the word as a host.",
    bad: "\
kubeProxyReplacement: true
k8sServiceHost: auto
k8sServicePort: 6443
",
    good: "\
kubeProxyReplacement: true
k8sServiceHost: localhost
k8sServicePort: 7445
",
    source: "cilium/cilium, chart, templates/_helpers.tpl",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let or = |text: &str, default: &str| if text.is_empty() { default.to_owned() } else { text.to_owned() };
    let words = format!(
        "ConfigMap {}/{} not found, please create it or set k8sServiceHost to a valid value",
        or(values.k8s_service_lookup_namespace.text(), "kube-public"),
        or(values.k8s_service_lookup_config_map_name.text(), "cluster-info"),
    );
    let is_refused = subject.cilium.is_at_least(19);
    if subject.effective.k8s_service_host.text() == "auto" {
        let message = "`k8sServiceHost: auto` finds no host on Talos and under `helm template`";
        subject
            .report(&RULE, "k8sServiceHost", message)
            .upstream_if(is_refused, words)
            .help_with("write the host; with KubePrism `localhost`");
    }
}

//! CIL0201 api-server-unreachable.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// An agent that replaces kube-proxy is told where the API server is, by host and port.
pub(super) static RULE: Rule = Rule {
    code: "CIL0201",
    name: "api-server-unreachable",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "An agent that replaces kube-proxy is told where the API server is, by host and port.",
    why: "No kube-proxy serves the `kubernetes` service before Cilium does: the agent never reaches \
          the API server, and nodes stay NotReady.",
    bad: "\
kubeProxyReplacement: true
",
    good: "\
kubeProxyReplacement: true
k8sServiceHost: localhost
k8sServicePort: 7445
",
    source: "cilium/cilium, Documentation/network/kubernetes/kubeproxy-free.rst",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let host = values.k8s_service_host.text().to_owned();
    let port = values.k8s_service_port.get().map(ToString::to_string).unwrap_or_default();
    let has_urls = !values.k8s.api_server_urls.text().is_empty();
    let has_host = !host.is_empty() || !values.k8s_service_host_ref.name.text().is_empty();
    if host.contains("://") || host.contains('/') || host.matches(':').count() == 1 {
        let message = format!("`k8sServiceHost` is `{host}`, not a bare name or address");
        subject
            .report(&RULE, "k8sServiceHost", message)
            .help_with("drop scheme, port and path; the port has a key of its own");
    } else if subject.replaces_kube_proxy() && !has_host && !has_urls {
        let message = "`kubeProxyReplacement` is on, and agents are not told where the API server is";
        subject
            .report(&RULE, "k8sServiceHost", message)
            .help_with("set `k8sServiceHost` and `k8sServicePort`; with KubePrism `localhost` and 7445");
    } else if has_host && !port.parse::<u16>().is_ok_and(|port| port > 0) {
        let message = format!("`k8sServicePort` is `{port}`, no port for the host that is given");
        subject
            .report(&RULE, "k8sServicePort", message)
            .help_with("set the port; with KubePrism 7445, else 6443");
    }
}

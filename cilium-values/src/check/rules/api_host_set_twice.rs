//! CIL0117 api-host-set-twice.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// The host of the API server is given once.
pub(super) static RULE: Rule = Rule {
    code: "CIL0117",
    name: "api-host-set-twice",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The host of the API server is given once.",
    why: "The chart does not render.",
    bad: "\
k8sServiceHost: localhost
k8sServicePort: 7445
k8sServiceHostRef: {name: a, key: b}
",
    good: "\
k8sServiceHost: localhost
k8sServicePort: 7445
",
    source: "cilium/cilium, chart, templates/validate.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let reference = &values.k8s_service_host_ref;
    let is_set = |text: &str| !text.is_empty();
    let is_known = subject.cilium.is_at_least(18);
    if is_known
        && is_set(reference.name.text())
        && is_set(reference.key.text())
        && is_set(values.k8s_service_host.text())
    {
        let message = "the host of the API server is given by value and by reference";
        subject
            .report(&RULE, "k8sServiceHostRef", message)
            .upstream("Both k8sServiceHostRef and k8sServiceHost are set. Please set only one of them.")
            .help_with("keep `k8sServiceHost`, or the reference");
    }
}

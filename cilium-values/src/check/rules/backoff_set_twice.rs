//! CIL0113 backoff-set-twice.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// The wait after failed requests is set in one place.
pub(super) static RULE: Rule = Rule {
    code: "CIL0113",
    name: "backoff-set-twice",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The wait after failed requests is set in one place.",
    why: "The chart does not render.",
    bad: "\
extraEnv: [{name: KUBE_CLIENT_BACKOFF_BASE, value: \"1\"}]
",
    good: "\
k8sClientExponentialBackoff: {backoffBaseSeconds: 1}
",
    source: "cilium/cilium, chart, templates/validate.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let is_backoff =
        |name: &str| name == "KUBE_CLIENT_BACKOFF_BASE" || name == "KUBE_CLIENT_BACKOFF_DURATION";
    let is_set = values.extra_env.get().is_some_and(|list| list.iter().any(|entry| is_backoff(&entry.name)));
    let is_known = subject.cilium.is_at_least(18);
    if is_known && values.k8s_client_exponential_backoff.enabled.is_true() && is_set {
        let message = "the wait after failed requests is set here and in `k8sClientExponentialBackoff`";
        subject
            .report(&RULE, "extraEnv", message)
            .upstream(
                "k8sClientExponentialBackoff cannot be enabled when extraEnv contains KUBE_CLIENT_BACKOFF_BASE or \
                 KUBE_CLIENT_BACKOFF_DURATION",
            )
            .help_with("use `k8sClientExponentialBackoff`, or set its `enabled: false`");
    }
}

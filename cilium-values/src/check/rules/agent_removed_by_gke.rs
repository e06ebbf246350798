//! CIL0130 agent-removed-by-gke.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// On Google's clusters the agent has no label by which they take it for one of their own services.
pub(super) static RULE: Rule = Rule {
    code: "CIL0130",
    name: "agent-removed-by-gke",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "On Google's clusters the agent has no label by which they take it for one of their own services.",
    why: "The chart does not render: in `kube-system`, what has the label and is none of theirs is removed.",
    bad: "\
gke: {enabled: true}
keepDeprecatedLabels: true
",
    good: "\
gke: {enabled: true}
keepDeprecatedLabels: false
",
    source: "cilium/cilium, chart, templates/cilium-agent/daemonset.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let has_label = subject.has_agent() && values.keep_deprecated_labels.is_true();
    // Where nothing is said of it, Cilium is installed there.
    let is_in_system = matches!(values.namespace_override.text(), "" | "kube-system");
    if has_label && is_in_system && values.gke.enabled.is_true() {
        let message = "the agent gets the label `kubernetes.io/cluster-service`, over which GKE removes it";
        subject
            .report(&RULE, "keepDeprecatedLabels", message)
            .upstream(
                "Invalid configuration: Installing Cilium on GKE with 'kubernetes.io/cluster-service' labels on \
                 'kube-system' namespace causes Cilium DaemonSet to be removed by GKE. Either install Cilium on a \
                 different Namespace or install with '--set keepDeprecatedLabels=false'",
            )
            .help_with("set `keepDeprecatedLabels: false`, or install Cilium in another namespace");
    }
}

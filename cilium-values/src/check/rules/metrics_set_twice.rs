//! CIL0220 metrics-set-twice.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// Metrics of Hubble are fixed or changing, not both.
pub(super) static RULE: Rule = Rule {
    code: "CIL0220",
    name: "metrics-set-twice",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Metrics of Hubble are fixed or changing, not both.",
    why: "The agent does not start.",
    bad: "\
hubble: {metrics: {enabled: [dns], dynamic: {enabled: true}}}
",
    good: "\
hubble: {metrics: {enabled: [dns]}}
",
    source: "cilium/cilium, pkg/hubble/metrics",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let metrics = &subject.effective.hubble.metrics;
    let is_fixed = metrics.enabled.get().is_some_and(|list| !list.is_empty());
    if is_fixed && metrics.dynamic.enabled.is_true() && subject.cilium.is_at_least(18) {
        let message = "metrics of Hubble are both fixed and changing";
        subject
            .report(&RULE, "hubble.metrics.dynamic.enabled", message)
            .help_with("keep one of `enabled` and `dynamic.enabled`");
    }
}

//! CIL0218 no-operator.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// At least one operator runs.
pub(super) static RULE: Rule = Rule {
    code: "CIL0218",
    name: "no-operator",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "At least one operator runs.",
    why: "Without one no node gets addresses for pods, no identity is removed and no address of a \
          service is handed out.",
    bad: "\
operator: {replicas: 0}
",
    good: "\
operator: {replicas: 1}
",
    source: "cilium/cilium, Documentation/internals/cilium_operator.rst",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    if subject.effective.operator.replicas.value().is_some_and(|replicas| replicas < 1) {
        let message = "no operator runs";
        subject.report(&RULE, "operator.replicas", message).help_with("set `operator.replicas: 1` or more");
    }
}

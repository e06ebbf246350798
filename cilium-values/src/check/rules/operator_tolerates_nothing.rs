//! CIL0131 operator-tolerates-nothing.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// In 1.18 the operator has tolerations of its own.
pub(super) static RULE: Rule = Rule {
    code: "CIL0131",
    name: "operator-tolerates-nothing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "In 1.18 the operator has tolerations of its own.",
    why: "The chart does not render: its toleration of nodes without an agent has no list to stand in.",
    bad: "\
operator: {tolerations: []}
",
    good: "\
operator: {tolerations: [{operator: Exists}]}
",
    source: "cilium/cilium, chart, templates/cilium-operator/deployment.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let operator = &subject.effective.operator;
    let is_broken = subject.cilium.is_at_least(18) && !subject.cilium.is_at_least(19);
    let is_empty = operator.tolerations.get().is_none_or(Vec::is_empty);
    let is_added_to = subject.effective.agent_not_ready_taint_key.get().is_some();
    if is_broken && operator.enabled.is_true() && is_empty && is_added_to {
        let message =
            "the list of the operator's tolerations is empty, which the chart of 1.18 cannot add to";
        subject
            .report(&RULE, "operator.tolerations", message)
            .upstream("did not find expected key")
            .help_with("write at least one, such as `{operator: Exists}`, or go to 1.19");
    }
}

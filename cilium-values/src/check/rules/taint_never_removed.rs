//! CIL0120 taint-never-removed.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// The operator takes away the taints that it sets.
pub(super) static RULE: Rule = Rule {
    code: "CIL0120",
    name: "taint-never-removed",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The operator takes away the taints that it sets.",
    why: "The chart does not render: no pod would ever run.",
    bad: "\
operator: {setNodeTaints: true, removeNodeTaints: false}
",
    good: "\
operator: {setNodeTaints: true, removeNodeTaints: true}
",
    source: "cilium/cilium, chart, templates/cilium-operator/deployment.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let operator = &subject.effective.operator;
    if subject.has_config_map()
        && operator.set_node_taints.is_true()
        && !operator.remove_node_taints.is_true()
    {
        let message = "the operator sets a taint that it never removes";
        subject
            .report(&RULE, "operator.removeNodeTaints", message)
            .upstream("Cannot have operator.setNodeTaintsMaxNodes and not operator.removeNodeTaints = false")
            .help_with("set `operator.removeNodeTaints: true`");
    }
}

//! CLU0203 control-plane-count.

use manifest::{Finding, Part, Place, Rule, Severity};

use crate::estate::Estate;

/// The number of control planes is odd.
pub(super) static RULE: Rule = Rule {
    code: "CLU0203",
    name: "control-plane-count",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The number of control planes is odd; without any, there is no cluster.",
    why: "etcd needs more than half of its members. A fourth one adds a machine that can fail, but none that may.",
    bad: "\
nodes:
  cp-3: null
",
    good: "nodes: {}",
    source: "Omni documentation, cluster templates; etcd documentation, failure tolerance",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(place) = &estate.machines_place else { return };
    if estate.machines.iter().any(|machine| machine.role.is_none()) {
        return;
    }
    let count = estate.machines.iter().filter(|machine| machine.is_control_plane()).count();
    let place = Place { part: Part::Key, ..place.clone() };
    if count == 0 {
        let mut finding = Finding::new(&RULE, place, "there is no control plane, so there is no cluster")
            .help("give one machine, or three, `role: controlplane`");
        finding.severity = Severity::Error;
        findings.push(finding);
    } else if count.is_multiple_of(2) {
        let message = format!("{count} control planes tolerate no more failures than {}", count - 1);
        findings.push(Finding::new(&RULE, place, message).help("use 1, 3 or 5 control planes"));
    }
}

//! CLU0312 operator-replicas.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// There are as many machines as Cilium's operator has replicas.
pub(super) static RULE: Rule = Rule {
    code: "CLU0312",
    name: "operator-replicas",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "There are as many machines as Cilium's operator has replicas.",
    why: "No two replicas may run on one machine: the ones too many stay Pending for ever, and installers that wait for the release give up.",
    bad: "\
cilium:
  values: {operator: {replicas: 5}}
",
    good: "\
cilium:
  values: {operator: {replicas: 2}}
",
    source: "cilium/charts, values.yaml, `operator.affinity`",
};

/// The chart's default (`operator.replicas`).
const DEFAULT: i64 = 2;

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    // Machines that are merely named somewhere are not all that there are.
    let Some(cilium) = estate.cilium.as_ref().filter(|_| estate.machines_place.is_some()) else { return };
    let replicas = cilium.values.operator.replicas.value().unwrap_or(DEFAULT);
    // The operator tolerates every taint, so that control planes count whether they take workloads or not.
    let machines = i64::try_from(estate.machines.len()).unwrap_or(i64::MAX);
    if replicas > machines {
        let noun = if machines == 1 { "machine" } else { "machines" };
        let message = format!("Cilium's operator has {replicas} replicas for {machines} {noun}");
        findings.push(
            Finding::new(&RULE, cilium.value_place("operator.replicas"), message)
                .help(format!("set `operator.replicas: {machines}`")),
        );
    }
}

//! CLU0709 machine-id-suspect.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// No machine has a UUID that boards have from the factory, such as `03000200-0400-0500-0006-000700080009`.
pub(super) static RULE: Rule = Rule {
    code: "CLU0709",
    name: "machine-id-suspect",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "No machine has a UUID that boards have from the factory, such as `03000200-0400-0500-0006-000700080009`.",
    why: "The UUID is a placeholder of the vendor: the next board of the kind has it too, and Omni takes the two for one machine.",
    bad: "\
### p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-x
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 03000200-0400-0500-0006-000700080009}
spec:
  data: |
    machine:
      sysctls:
        vm.swappiness: \"1\"
",
    good: "\
### p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-x
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      sysctls:
        vm.swappiness: \"1\"
",
    source: "siderolabs/omni issues 38, 1241, 3341",
};

/// What placeholders of vendors end in.
const SUSPECT: [&str; 2] = ["-000700080009", "-ffffffffffff"];

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for machine in &estate.machines {
        let Some(id) = &machine.id else { continue };
        if !SUSPECT.iter().any(|end| id.value.as_str().ends_with(end)) {
            continue;
        }
        let message = format!("the machine id `{}` looks like a placeholder of the board's vendor", id.value);
        findings.push(
            Finding::new(&RULE, id.place.clone(), message)
                .help("give the machine a UUID of its own through the META partition, and use that"),
        );
    }
}

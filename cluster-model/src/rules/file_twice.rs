//! CLU0602 file-twice.

use std::collections::BTreeMap;

use manifest::{Finding, Rule, Severity};

use crate::estate::{Estate, Field};

/// No machine gets two files for one path.
pub(super) static RULE: Rule = Rule {
    code: "CLU0602",
    name: "file-twice",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No machine gets two files for one path.",
    why: "Lists of files of several patches add up. Talos refuses the second one at boot, and the machine restarts for ever.",
    bad: "\
### a.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-a
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      files:
        - {path: /var/x, permissions: 0o644, op: create, content: a}
### b.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-b
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      files:
        - {path: /var/x, permissions: 0o644, op: create, content: b}
",
    good: "\
### a.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-a
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      files:
        - {path: /var/x, permissions: 0o644, op: create, content: a}
### b.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-b
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      files:
        - {path: /var/y, permissions: 0o644, op: create, content: b}
",
    source: "derio-net/frank, commit bb5456d5",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in &estate.effective {
        let mut seen = BTreeMap::new();
        for file in effective.get("machine.files").iter().flat_map(Field::items) {
            let Some(path) = file.get("path").text() else { continue };
            let place = file.get("path").place();
            let Some(first) = seen.insert((path.to_owned(), file.get("op").text()), place.clone()) else {
                continue;
            };
            let message = format!("a machine gets two files for `{path}`");
            findings.push(
                Finding::new(&RULE, place, message)
                    .related(first, "the other one")
                    .help("keep one of the two"),
            );
        }
    }
}

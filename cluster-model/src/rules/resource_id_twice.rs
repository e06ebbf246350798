//! CLU0705 resource-id-twice.

use std::collections::HashMap;

use manifest::{Finding, Rule, Severity};

use crate::estate::{Estate, Location};

/// No two files declare the same resource with different contents.
pub(super) static RULE: Rule = Rule {
    code: "CLU0705",
    name: "resource-id-twice",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No two files declare the same resource with different contents.",
    why: "The one that is applied last wins; which one that is depends on the order of the command line.",
    bad: "\
### a.yaml
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
### b.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-x
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      sysctls:
        vm.dirty_ratio: \"1\"
",
    good: "\
### a.yaml
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
### b.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 501-x
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      sysctls:
        vm.dirty_ratio: \"1\"
",
    source: "siderolabs/omni, client/pkg/template/list.go checks templates only",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    // Only asked, never listed, so that its order is nobody's.
    let mut seen: HashMap<(&str, &str), &Location> = HashMap::new();
    for (metadata, at) in estate.omni.metadata() {
        let identity = (metadata.resource_type.as_str(), metadata.id.as_str());
        let Some(first) = seen.insert(identity, at) else { continue };
        // What is repeated in a template is the same resource; whether it says the same is not known for all types.
        if !at.base.is_root() || !first.base.is_root() {
            continue;
        }
        let message = format!("`{}` is declared twice", metadata.id);
        findings.push(
            Finding::new(&RULE, at.at("metadata.id"), message)
                .related(first.at("metadata.id"), "declared here first")
                .help("give one of the two another id, or merge them"),
        );
    }
}

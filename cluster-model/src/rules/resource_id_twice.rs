//! CLU0705 resource-id-twice.

use manifest::{Finding, Rule, Severity};
use omni_client::resource::Metadata;

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
    fn identity<'e>((metadata, _): &(&'e Metadata, &'e Location)) -> (&'e str, &'e str) {
        (&metadata.resource_type, &metadata.id)
    }
    // What is repeated in a template is the same resource; whether it says the same is not known for all types.
    let whole = estate.omni.metadata().filter(|(_, at)| at.base.is_root());
    let mut all: Vec<(&Metadata, &Location)> = whole.collect();
    // Nearly all of it is in this order already: each type by itself, and most of them by id.
    all.sort_by(|one, other| identity(one).cmp(&identity(other)));
    for pair in all.windows(2) {
        let [first, second] = pair else { continue };
        if identity(first) != identity(second) {
            continue;
        }
        let ((metadata, at), (_, first)) = (second, first);
        let message = format!("`{}` is declared twice", metadata.id);
        findings.push(
            Finding::new(&RULE, at.at("metadata.id"), message)
                .related(first.at("metadata.id"), "declared here first")
                .help("give one of the two another id, or merge them"),
        );
    }
}

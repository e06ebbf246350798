//! CLU0708 patch-changes-nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use manifest::{FieldPath, Finding, Part, Rule, Severity};

use crate::effective::Effective;
use crate::estate::{DeclaredPatch, Estate};

/// Every patch has an effect on a machine that it reaches.
pub(super) static RULE: Rule = Rule {
    code: "CLU0708",
    name: "patch-changes-nothing",
    severity: Severity::Note,
    since: "0.1.0",
    checks: "Every patch has an effect on a machine that it reaches.",
    why: "Everything that it says is overridden or the case already: it is dead text that somebody will believe.",
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
      sysctls:
        vm.swappiness: \"10\"
### b.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-b
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      sysctls:
        vm.swappiness: \"60\"
",
    good: "\
### b.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-b
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      sysctls:
        vm.swappiness: \"60\"
",
    source: "Sidero documentation, How configuration works in Omni",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    // Patches that are dead on a machine, nearly always none, each with the first such configuration. Only asked, never
    // listed.
    let mut dead: BTreeMap<*const DeclaredPatch, (&Effective, usize)> = BTreeMap::new();
    for effective in estate.effective.iter().filter(|effective| effective.has_dead()) {
        for (index, applied) in effective.applied.iter().enumerate() {
            if effective.is_dead(applied) {
                dead.entry(Arc::as_ptr(&applied.patch)).or_insert((&**effective, index));
            }
        }
    }
    if dead.is_empty() {
        return;
    }
    for effective in &estate.effective {
        let alive = effective.applied.iter().filter(|applied| !effective.is_dead(applied));
        for applied in alive {
            dead.remove(&Arc::as_ptr(&applied.patch));
        }
    }
    for patch in &estate.omni.patches {
        let Some((effective, index)) = dead.get(&Arc::as_ptr(patch)) else { continue };
        let place = patch.at.place(&FieldPath::root().keys("metadata.id"), Part::Value);
        let message = format!("the patch `{}` changes nothing on any machine", patch.resource.id());
        let why = effective.no_effect(*index);
        let why = why.map_or_else(String::new, |why| format!("; on a machine that it reaches, {why}"));
        findings.push(Finding::new(&RULE, place, message).help(format!("remove it{why}")));
    }
}

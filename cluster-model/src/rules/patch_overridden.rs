//! CLU0706 patch-overridden.

use std::collections::BTreeSet;
use std::sync::Arc;

use manifest::{Finding, Rule, Severity};

use super::omni::patch_weight_ignored::ignores_weight;
use crate::estate::Estate;

/// No value of a patch is overridden by another patch that says something else.
pub(super) static RULE: Rule = Rule {
    code: "CLU0706",
    name: "patch-overridden",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "No value of a patch is overridden by another patch that says something else.",
    why: "The winner is decided by scope and id, and the loser still looks as if it held. A change of the loser does nothing.",
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
        vm.dirty_ratio: \"5\"
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
        vm.dirty_ratio: \"60\"
",
    source: "Sidero documentation, How configuration works in Omni",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let mut told = BTreeSet::new();
    for effective in &estate.effective {
        for leaf in effective.contested() {
            let Some(winner) = leaf.said.by.and_then(|by| effective.applied.get(by)) else { continue };
            for loser in leaf.said.overrode.iter().filter(|said| said.is_written) {
                let Some(patch) = loser.by.and_then(|by| effective.applied.get(by)) else { continue };
                // A patch that is dead as a whole has a rule of its own, as one has that counts on its number; one that says the
                // same loses nothing.
                let is_same = loser.text == leaf.said.text || ignores_weight(patch, winner);
                if is_same
                    || effective.is_dead(patch)
                    || !told.insert((Arc::as_ptr(&patch.patch), leaf.path.to_string()))
                {
                    continue;
                }
                let message = format!("`{}` of the patch `{}` loses to `{}`", leaf.path, patch.id, winner.id);
                findings.push(
                    Finding::new(&RULE, loser.place.clone(), message)
                        .related(leaf.said.place.clone(), format!("`{}` ({}) wins", winner.id, winner.layer))
                        .help("drop one of the two"),
                );
            }
        }
    }
}

//! CLU0703 patch-target-unknown.

use std::collections::{BTreeSet, HashSet};

use manifest::{FieldPath, Finding, Part, Rule, Severity, suggest};
use omni_client::resource::label;

use crate::estate::Estate;

/// The machine and the machine set that a patch or a list of extensions names are declared, where the machine sets of the cluster are.
pub(super) static RULE: Rule = Rule {
    code: "CLU0703",
    name: "patch-target-unknown",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The machine and the machine set that a patch or a list of extensions names are declared, where the machine sets of the cluster are.",
    why: "The resource is accepted and applies to nothing: a typing error in a UUID looks like success.",
    bad: "\
### set.yaml
metadata: {namespace: default, type: MachineSets.omni.sidero.dev, id: lab-workers, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/role-worker: \"\"}}
spec: {}
### node.yaml
metadata: {namespace: default, type: MachineSetNodes.omni.sidero.dev, id: 00000000-0000-4000-8000-000000000001, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/role-worker: \"\", omni.sidero.dev/machine-set: lab-workers}}
spec: {}
### p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-sysctls
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000002}
spec:
  data: |
    machine:
      sysctls:
        vm.swappiness: \"1\"
",
    good: "\
### set.yaml
metadata: {namespace: default, type: MachineSets.omni.sidero.dev, id: lab-workers, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/role-worker: \"\"}}
spec: {}
### node.yaml
metadata: {namespace: default, type: MachineSetNodes.omni.sidero.dev, id: 00000000-0000-4000-8000-000000000001, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/role-worker: \"\", omni.sidero.dev/machine-set: lab-workers}}
spec: {}
### p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-sysctls
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      sysctls:
        vm.swappiness: \"1\"
",
    source: "derio-net/frank, patches/README.md; siderolabs/omni, layeredresource.go",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let omni = &estate.omni;
    // Asked once for each patch.
    let machines: HashSet<&str> = omni.nodes.iter().map(|node| node.value.id()).collect();
    let sets: HashSet<&str> = omni.machine_sets.iter().map(|set| set.value.id()).collect();
    // Machines of a class are found by Omni itself.
    let by_class = omni.machine_sets.iter().any(|set| set.value.spec.allocation().is_some());
    let patches = omni.patches.iter().map(|patch| (&patch.resource.metadata, &patch.at));
    let lists = omni.extensions.iter().map(|list| (&list.value.metadata, &list.at));
    for (metadata, at) in patches.chain(lists) {
        for (key, target) in &metadata.labels {
            let (known, word) = match key.as_str() {
                label::CLUSTER_MACHINE | label::MACHINE => (&machines, "machine"),
                label::MACHINE_SET => (&sets, "machine set"),
                _ => continue,
            };
            if known.contains(&**target) {
                continue;
            }
            if known.is_empty() || (word == "machine" && by_class) {
                continue;
            }
            let place = at.place(&FieldPath::root().keys("metadata.labels").key(key), Part::Value);
            let message = format!("`{}` is for the {word} `{target}`, which is not declared", metadata.id);
            // In an order, so that of several that are as near the same one is named each time.
            let known: BTreeSet<&str> = known.iter().copied().collect();
            findings.push(Finding::new(&RULE, place, message).help(match suggest(target, known) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("correct the id, or declare the {word}"),
            }));
        }
    }
}

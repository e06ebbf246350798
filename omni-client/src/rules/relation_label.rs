//! OMN0303 relation-label-missing.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::go::quoted;
use crate::resource::{AnyResource, label};

/// Machine sets, nodes and manifests say where they belong.
pub static RELATION_LABEL: Rule = Rule {
    code: "OMN0303",
    name: "relation-label-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A machine set and a group of manifests have the label `omni.sidero.dev/cluster`, a machine set node that and `omni.sidero.dev/machine-set`, and neither is empty.",
    why: "Omni refuses the resource: `label \"omni.sidero.dev/cluster\" does not exist`, `label \"omni.sidero.dev/cluster\" has empty value`.",
    bad: "\
metadata:
  namespace: default
  type: MachineSetNodes.omni.sidero.dev
  id: ce4d0d52-6c10-bdc9-746c-88aedd67681b
  labels:
    omni.sidero.dev/cluster: frank
    omni.sidero.dev/role-worker:
spec: {}
",
    good: "\
metadata:
  namespace: default
  type: MachineSetNodes.omni.sidero.dev
  id: ce4d0d52-6c10-bdc9-746c-88aedd67681b
  labels:
    omni.sidero.dev/cluster: frank
    omni.sidero.dev/machine-set: frank-workers
    omni.sidero.dev/role-worker:
spec: {}
",
    source: "`internal/backend/runtime/omni/validations/relation_labels.go`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let needed: &[&str] = match resource {
        AnyResource::MachineSet(_) | AnyResource::KubernetesManifestGroup(_) => &[label::CLUSTER],
        AnyResource::MachineSetNode(_) => &[label::CLUSTER, label::MACHINE_SET],
        _ => return Vec::new(),
    };
    let labels = FieldPath::root().keys("metadata.labels");
    let problem = |key: &&&str| match resource.metadata().label(key) {
        None => Some((key.to_string(), "does not exist")),
        Some("") => Some((key.to_string(), "has empty value")),
        Some(_) => None,
    };
    let problems = needed.iter().filter_map(|key| problem(&key));
    problems
        .map(|(key, problem)| {
            let message = format!("label {} {problem}", quoted(&key));
            let place = Place::key(labels.clone().key(&key));
            Finding::new(&RELATION_LABEL, place, message).help(format!("add `{key}` to the labels"))
        })
        .collect()
}

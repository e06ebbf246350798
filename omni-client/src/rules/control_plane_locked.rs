//! OMN0310 control-plane-locked.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::resource::{AnyResource, annotation, label};

/// Only workers are locked.
pub static CONTROL_PLANE_LOCKED: Rule = Rule {
    code: "OMN0310",
    name: "control-plane-locked",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A machine set node with the role of a control plane has no annotation `omni.sidero.dev/locked`.",
    why: "Omni refuses it: `locking controlplanes is not allowed`.",
    bad: "\
metadata:
  namespace: default
  type: MachineSetNodes.omni.sidero.dev
  id: ce4d0d52-6c10-bdc9-746c-88aedd67681b
  labels:
    omni.sidero.dev/cluster: frank
    omni.sidero.dev/machine-set: frank-control-planes
    omni.sidero.dev/role-controlplane:
  annotations:
    omni.sidero.dev/locked:
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
  annotations:
    omni.sidero.dev/locked:
spec: {}
",
    source: "`internal/backend/runtime/omni/validations/machine_set_node.go`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let AnyResource::MachineSetNode(node) = resource else { return Vec::new() };
    let is_locked = node.metadata.annotation(annotation::LOCKED).is_some();
    if !is_locked || node.metadata.label(label::ROLE_CONTROL_PLANE).is_none() {
        return Vec::new();
    }
    let place = Place::key(FieldPath::root().keys("metadata.annotations").key(annotation::LOCKED));
    let message = "locking controlplanes is not allowed";
    vec![Finding::new(&CONTROL_PLANE_LOCKED, place, message).help("remove the annotation")]
}

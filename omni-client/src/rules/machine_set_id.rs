//! OMN0304 machine-set-id.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::go::quoted;
use crate::resource::{AnyResource, MachineSet, label};

/// The id of a machine set begins with its cluster and fits its role.
pub static MACHINE_SET_ID: Rule = Rule {
    code: "OMN0304",
    name: "machine-set-id",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The id of a machine set begins with the name of its cluster and a dash; that of the control plane is exactly `<cluster>-control-planes`, and no set of workers has that one. It has a label for its role.",
    why: "Omni refuses the set: `control plane machine set must have ID \"frank-control-planes\"`, `machine set must have either \"omni.sidero.dev/role-controlplane\" or \"omni.sidero.dev/role-worker\" label`.",
    bad: "\
metadata:
  namespace: default
  type: MachineSets.omni.sidero.dev
  id: frank-masters
  labels:
    omni.sidero.dev/cluster: frank
    omni.sidero.dev/role-controlplane:
spec: {}
",
    good: "\
metadata:
  namespace: default
  type: MachineSets.omni.sidero.dev
  id: frank-control-planes
  labels:
    omni.sidero.dev/cluster: frank
    omni.sidero.dev/role-controlplane:
spec: {}
",
    source: "`internal/backend/runtime/omni/validations/machine_set.go`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let AnyResource::MachineSet(set) = resource else { return Vec::new() };
    let mut findings = Vec::new();
    let id = Place::value(FieldPath::root().keys("metadata.id"));
    let is_control_plane = set.metadata.label(label::ROLE_CONTROL_PLANE).is_some();
    if !is_control_plane && set.metadata.label(label::ROLE_WORKER).is_none() {
        let (one, other) = (quoted(label::ROLE_CONTROL_PLANE), quoted(label::ROLE_WORKER));
        let message = format!("machine set must have either {one} or {other} label");
        let place = Place::key(FieldPath::root().keys("metadata.labels"));
        let help = "add the label of the role, without a value";
        findings.push(Finding::new(&MACHINE_SET_ID, place, message).help(help));
    }
    let Some(cluster) = set.metadata.label(label::CLUSTER).filter(|cluster| !cluster.is_empty()) else {
        return findings;
    };
    let (prefix, fixed) = (format!("{cluster}-"), MachineSet::control_planes_id(cluster));
    let message = if !set.id().starts_with(&prefix) {
        format!("machine set of cluster {} ID must have {} as prefix", quoted(cluster), quoted(&prefix))
    } else if is_control_plane && set.id() != fixed {
        format!("control plane machine set must have ID {}", quoted(&fixed))
    } else if !is_control_plane && set.id() == fixed {
        format!("worker machine set must not have ID {}", quoted(&fixed))
    } else {
        return findings;
    };
    findings
        .push(Finding::new(&MACHINE_SET_ID, id, message).help("change the id; it cannot be changed later"));
    findings
}

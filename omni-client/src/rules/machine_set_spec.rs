//! OMN0312 machine-set-spec.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::resource::{AllocationType, AnyResource, BootstrapSpec, MachineAllocation, label};

/// The spec of a machine set fits together.
pub static MACHINE_SET_SPEC: Rule = Rule {
    code: "OMN0312",
    name: "machine-set-spec",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A set that takes machines from a class names it, counts machines only if the number is static, and has a bootstrap spec only for a control plane, with a snapshot inside of the backup store.",
    why: "Omni refuses the set: `machine allocation source name is not set`, `machine count can be set only if static allocation type is used`, `bootstrap spec is not allowed for worker machine sets`, `bootstrap snapshot must be a relative path without parent-directory references`.",
    bad: "\
metadata:
  namespace: default
  type: MachineSets.omni.sidero.dev
  id: frank-workers
  labels:
    omni.sidero.dev/cluster: frank
    omni.sidero.dev/role-worker:
spec:
  machineallocation: {name: big, machinecount: 3, allocationtype: 1}
",
    good: "\
metadata:
  namespace: default
  type: MachineSets.omni.sidero.dev
  id: frank-workers
  labels:
    omni.sidero.dev/cluster: frank
    omni.sidero.dev/role-worker:
spec:
  machineallocation: {name: big, machinecount: 3, allocationtype: 0}
",
    source: "`internal/backend/runtime/omni/validations/machine_set.go`",
};

const MAX_SNAPSHOT: usize = 4096;

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let AnyResource::MachineSet(set) = resource else { return Vec::new() };
    let spec = FieldPath::root().key("spec");
    let mut findings = Vec::new();
    if let Some(allocation) = &set.spec.machine_allocation {
        findings.extend(allocation_problem(allocation, &spec.clone().key("machineallocation")));
    }
    if let Some(bootstrap) = &set.spec.bootstrap_spec {
        let is_worker = set.metadata.label(label::ROLE_WORKER).is_some();
        findings.extend(bootstrap_problem(bootstrap, is_worker, &spec.key("bootstrapspec")));
    }
    findings
}

fn allocation_problem(allocation: &MachineAllocation, path: &FieldPath) -> Option<Finding> {
    let (place, message, help) = if allocation.name.is_empty() {
        (path.clone().key("name"), "machine allocation source name is not set", "name the machine class")
    } else if allocation.allocation_type != AllocationType::Static && allocation.machine_count > 0 {
        let message = "machine count can be set only if static allocation type is used";
        (path.clone().key("machinecount"), message, "remove the count, or use `allocationtype: 0`")
    } else {
        return None;
    };
    Some(Finding::new(&MACHINE_SET_SPEC, Place::key(place), message).help(help))
}

fn bootstrap_problem(bootstrap: &BootstrapSpec, is_worker: bool, path: &FieldPath) -> Option<Finding> {
    let snapshot = &bootstrap.snapshot;
    let leads_out = snapshot.starts_with('/') || snapshot.split('/').any(|part| part == "..");
    let (place, message) = if is_worker {
        (path.clone(), "bootstrap spec is not allowed for worker machine sets".to_owned())
    } else if snapshot.len() > MAX_SNAPSHOT {
        let length = snapshot.len();
        let message = format!("bootstrap snapshot path is too long: {length} bytes (max {MAX_SNAPSHOT})");
        (path.clone().key("snapshot"), message)
    } else if leads_out {
        let message = "bootstrap snapshot must be a relative path without parent-directory references";
        (path.clone().key("snapshot"), message.to_owned())
    } else {
        return None;
    };
    let help = "give a snapshot of the control plane's cluster by its name in the backup store";
    Some(Finding::new(&MACHINE_SET_SPEC, Place::key(place), message).help(help))
}

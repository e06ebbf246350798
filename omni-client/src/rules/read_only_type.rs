//! OMN0318 read-only-type.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::resource::{AnyResource, TypeInfo};

/// A file declares only what users may create.
pub static READ_ONLY_TYPE: Rule = Rule {
    code: "OMN0318",
    name: "read-only-type",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The type of a resource in a file is one that users may create.",
    why: "What Omni makes itself cannot be applied: `only read access is permitted`, `access is not permitted`.",
    bad: "\
metadata:
  namespace: default
  type: MachineStatuses.omni.sidero.dev
  id: ce4d0d52-6c10-bdc9-746c-88aedd67681b
spec: {maintenance: true}
",
    good: "\
metadata:
  namespace: default
  type: MachineLabels.omni.sidero.dev
  id: ce4d0d52-6c10-bdc9-746c-88aedd67681b
  labels:
    example.org/rack: r1
spec: {}
",
    source: "`internal/backend/runtime/omni/state_access.go`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let name = resource.metadata().resource_type.as_str();
    let Some(info) = TypeInfo::find(name).filter(|info| info.access.create.is_none()) else {
        return Vec::new();
    };
    let message = if info.access.read.is_none() {
        format!("access is not permitted: {name} is Omni's own")
    } else if info.access.is_read_only() {
        format!("only read access is permitted: {name} is written by Omni")
    } else {
        format!("users may not create a resource of the type {name}")
    };
    let place = Place::value(FieldPath::root().keys("metadata.type"));
    vec![Finding::new(&READ_ONLY_TYPE, place, message).help("remove it from the files that are applied")]
}

//! OMN0317 unknown-type.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use manifest::suggest;

use crate::resource::{AnyResource, TypeInfo};

/// The type of a resource is one that Omni serves.
pub static UNKNOWN_TYPE: Rule = Rule {
    code: "OMN0317",
    name: "unknown-type",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The type of a resource is one that Omni knows.",
    why: "omnictl refuses the file: `no resource is registered for the resource type ConfigPatch.omni.sidero.dev`. A type that only a newer Omni has is refused by this one.",
    bad: "\
metadata:
  namespace: default
  type: ConfigPatch.omni.sidero.dev
  id: 300-modules
  labels:
    omni.sidero.dev/cluster: frank
spec:
  data: |
    machine: {}
",
    good: "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 300-modules
  labels:
    omni.sidero.dev/cluster: frank
spec:
  data: |
    machine: {}
",
    source: "cosi-project/runtime, `pkg/resource/protobuf`; `client/pkg/omni/resources`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let name = resource.metadata().resource_type.as_str();
    if TypeInfo::find(name).is_some() {
        return Vec::new();
    }
    let place = Place::value(FieldPath::root().keys("metadata.type"));
    let finding =
        Finding::new(&UNKNOWN_TYPE, place, format!("no resource is registered for the resource type {name}"));
    let known = TypeInfo::all().iter().map(|info| info.name);
    vec![match suggest(name, known) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help("`omnictl get rd` lists the types of your Omni"),
    }]
}

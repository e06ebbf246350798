//! OMN0315 wrong-namespace.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::resource::AnyResource;

/// A resource is in the namespace where Omni looks for it.
pub static WRONG_NAMESPACE: Rule = Rule {
    code: "OMN0315",
    name: "wrong-namespace",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A resource of a type that users write is in the namespace `default`.",
    why: "omnictl and the server take any namespace, and nothing ever looks at what is in another one.",
    bad: "\
metadata:
  namespace: omni
  type: ConfigPatches.omni.sidero.dev
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
    source: "`client/pkg/omni/resources/resources.go`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let metadata = resource.metadata();
    let Some(wanted) = resource.namespace().filter(|wanted| *wanted != metadata.namespace) else {
        return Vec::new();
    };
    let place = Place::value(FieldPath::root().keys("metadata.namespace"));
    let found = &metadata.namespace;
    let message = format!("Omni does not look for {} in the namespace `{found}`", metadata.resource_type);
    vec![Finding::new(&WRONG_NAMESPACE, place, message).help(format!("write `namespace: {wanted}`"))]
}

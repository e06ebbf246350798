//! OMN0315 wrong-namespace.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::resource::{AnyResource, TypeInfo};

/// A resource is in the namespace where Omni looks for it.
pub static WRONG_NAMESPACE: Rule = Rule {
    code: "OMN0315",
    name: "wrong-namespace",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A resource is in the namespace that its type has; for nearly all that users write that is `default`.",
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
    let info = TypeInfo::find(&metadata.resource_type).map(|info| info.namespace);
    // Each provider has a namespace of its own besides the one of all providers.
    let is_there =
        |wanted: &str| metadata.namespace == wanted || metadata.namespace.starts_with("infra-provider:");
    let Some(wanted) = info.filter(|wanted| !is_there(wanted)) else { return Vec::new() };
    let place = Place::value(FieldPath::root().keys("metadata.namespace"));
    let found = &metadata.namespace;
    let message = format!("Omni does not look for {} in the namespace `{found}`", metadata.resource_type);
    vec![Finding::new(&WRONG_NAMESPACE, place, message).help(format!("write `namespace: {wanted}`"))]
}

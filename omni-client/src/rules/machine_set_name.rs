//! OMN0302 machine-set-name.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::resource::{AnyResource, label};

/// A label names a machine set by its id.
pub static MACHINE_SET_NAME: Rule = Rule {
    code: "OMN0302",
    name: "machine-set-name",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The value of `omni.sidero.dev/machine-set` begins with the name of the cluster: ids of machine sets do.",
    why: "A cluster template calls a set `workers`, but its id is `frank-workers`. Omni takes a label that names no set, and what carries it reaches nothing.",
    bad: "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 300-modules
  labels:
    omni.sidero.dev/cluster: frank
    omni.sidero.dev/machine-set: workers
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
    omni.sidero.dev/machine-set: frank-workers
spec:
  data: |
    machine: {}
",
    source: "`client/pkg/omni/resources/omni/machine_set.go`; `validations/machine_set.go`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let metadata = resource.metadata();
    let (Some(cluster), Some(set)) = (metadata.label(label::CLUSTER), metadata.label(label::MACHINE_SET))
    else {
        return Vec::new();
    };
    let prefix = format!("{cluster}-");
    if set.is_empty() || set.starts_with(&prefix) {
        return Vec::new();
    }
    let path = FieldPath::root().keys("metadata.labels").key(label::MACHINE_SET);
    let message = format!(
        "no machine set of the cluster {cluster} has the id `{set}`: all of them begin with `{prefix}`"
    );
    vec![Finding::new(&MACHINE_SET_NAME, Place::value(path), message).help(format!("write `{prefix}{set}`"))]
}

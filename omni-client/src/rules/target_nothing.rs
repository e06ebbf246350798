//! OMN0301 target-nothing.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::Scope;
use crate::resource::{AnyResource, label};

/// A patch or a list of extensions reaches something.
pub static TARGET_NOTHING: Rule = Rule {
    code: "OMN0301",
    name: "target-nothing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A patch has the label `omni.sidero.dev/cluster` or `omni.sidero.dev/machine`, a list of extensions the former, and no label that selects is empty.",
    why: "Omni takes a patch whose labels select nothing, and does nothing with it; after a month it removes it. A label for a machine set or a machine means nothing without the cluster, and an empty one keeps the patch from the whole cluster. A list of extensions is refused: `extensions configuration with a non-empty extensions list must target a cluster via the cluster label`.",
    bad: "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 300-modules
  labels:
    omni.sidero.dev/machine-set: frank-workers
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
    source: "`internal/backend/runtime/omni/controllers/omni/internal/layeredresource`, `config_patch_cleanup.go`, `validations/extensions_configuration.go`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let metadata = resource.metadata();
    let by_itself: &[&str] = match resource {
        AnyResource::ConfigPatch(_) => &[label::CLUSTER, label::MACHINE],
        AnyResource::ExtensionsConfiguration(_) => &[label::CLUSTER],
        _ => return Vec::new(),
    };
    let path = FieldPath::root().keys("metadata.labels");
    if by_itself.iter().all(|key| metadata.label(key).is_none()) {
        let message =
            format!("{} reaches nothing: there is no label `{}`", metadata.id, by_itself.join("` or `"));
        let help = format!("add `{}: NAME` with the name of the cluster", label::CLUSTER);
        return vec![Finding::new(&TARGET_NOTHING, Place::key(path), message).help(help)];
    }
    let empty = Scope::LABELS.into_iter().filter(|key| metadata.label(key) == Some(""));
    empty
        .map(|key| {
            let message = format!("the label `{key}` is empty, and so selects nothing");
            let place = Place::key(path.clone().key(key));
            Finding::new(&TARGET_NOTHING, place, message).help("give it a value, or remove it to reach more")
        })
        .collect()
}

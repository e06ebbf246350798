//! OMN0308 extensions-list.

use std::collections::BTreeSet;

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::go::quoted;
use crate::resource::AnyResource;

/// A list of extensions names each one once.
pub static EXTENSIONS_LIST: Rule = Rule {
    code: "OMN0308",
    name: "extensions-list",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A list of extensions has at most 256 entries and no entry twice; `iscsi-tools` is the same as `siderolabs/iscsi-tools`.",
    why: "Omni refuses the list since 1.9: `extension \"iscsi-tools\" (entry 1) is listed more than once`.",
    bad: "\
metadata:
  namespace: default
  type: ExtensionsConfigurations.omni.sidero.dev
  id: schematic-frank
  labels:
    omni.sidero.dev/cluster: frank
spec: {extensions: [siderolabs/iscsi-tools, iscsi-tools]}
",
    good: "\
metadata:
  namespace: default
  type: ExtensionsConfigurations.omni.sidero.dev
  id: schematic-frank
  labels:
    omni.sidero.dev/cluster: frank
spec: {extensions: [siderolabs/iscsi-tools]}
",
    source: "`internal/backend/runtime/omni/validations/extensions.go`",
};

const MAX_COUNT: usize = 256;

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let AnyResource::ExtensionsConfiguration(found) = resource else { return Vec::new() };
    let names = &found.spec.extensions;
    let path = FieldPath::root().keys("spec.extensions");
    let mut findings = Vec::new();
    if names.len() > MAX_COUNT {
        let message = format!("extensions list has {} entries, exceeds maximum of {MAX_COUNT}", names.len());
        findings.push(Finding::new(&EXTENSIONS_LIST, Place::key(path.clone()), message).help("remove some"));
    }
    let mut seen = BTreeSet::new();
    for (index, name) in names.iter().enumerate() {
        let full = if name.contains('/') { name.clone() } else { format!("siderolabs/{name}") };
        if !seen.insert(full) {
            let message = format!("extension {} (entry {index}) is listed more than once", quoted(name));
            let place = Place::value(path.clone().index(index));
            findings.push(Finding::new(&EXTENSIONS_LIST, place, message).help("remove the entry"));
        }
    }
    findings
}

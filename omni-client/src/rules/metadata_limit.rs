//! OMN0309 metadata-limit.

use std::collections::BTreeMap;

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::go::quoted;
use crate::resource::AnyResource;

/// Ids, labels and annotations keep to Omni's limits.
pub static METADATA_LIMIT: Rule = Rule {
    code: "OMN0309",
    name: "metadata-limit",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "An id has at most 1024 bytes, a key of a label or annotation as many, its value 16384, there are at most 256 of each, and nothing of that holds a control character, which a line feed is.",
    why: "Omni refuses the resource: `annotation value for key \"description\" must not contain control characters`.",
    bad: "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 300-modules
  labels:
    omni.sidero.dev/cluster: frank
  annotations:
    description: \"first\\nsecond\"
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
  annotations:
    description: \"first, second\"
spec:
  data: |
    machine: {}
",
    source: "`internal/backend/runtime/omni/validations/metadata.go`",
};

const MAX_NAME: usize = 1024;
const MAX_VALUE: usize = 16384;
const MAX_COUNT: usize = 256;

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let metadata = resource.metadata();
    let path = FieldPath::root().key("metadata");
    let mut findings = Vec::new();
    let mut say = |place: Place, message: String| {
        findings
            .push(Finding::new(&METADATA_LIMIT, place, message).help("shorten it, and keep it to one line"));
    };
    let id = Place::value(path.clone().key("id"));
    if metadata.id.len() > MAX_NAME {
        say(id.clone(), format!("resource ID is too long: {} bytes (max {MAX_NAME})", metadata.id.len()));
    }
    if has_control(&metadata.id) {
        say(id, "resource ID must not contain control characters".to_owned());
    }
    entries("label", &metadata.labels, &path.clone().key("labels"), &mut say);
    entries("annotation", &metadata.annotations, &path.key("annotations"), &mut say);
    findings
}

fn entries(
    word: &str,
    entries: &BTreeMap<String, String>,
    path: &FieldPath,
    say: &mut impl FnMut(Place, String),
) {
    if entries.len() > MAX_COUNT {
        say(Place::key(path.clone()), format!("too many {word}s: {} (max {MAX_COUNT})", entries.len()));
    }
    for (key, value) in entries {
        let (at, shown) = (path.clone().key(key), quoted(key));
        let (key_place, value_place) = (Place::key(at.clone()), Place::value(at));
        if key.is_empty() {
            say(key_place.clone(), format!("{word} key must not be empty"));
        }
        if key.len() > MAX_NAME {
            say(key_place.clone(), format!("{word} key is too long: {} bytes (max {MAX_NAME})", key.len()));
        }
        if has_control(key) {
            say(key_place, format!("{word} key {shown} must not contain control characters"));
        }
        if value.len() > MAX_VALUE {
            let length = value.len();
            let message =
                format!("{word} value for key {shown} is too long: {length} bytes (max {MAX_VALUE})");
            say(value_place.clone(), message);
        }
        if has_control(value) {
            say(value_place, format!("{word} value for key {shown} must not contain control characters"));
        }
    }
}

fn has_control(text: &str) -> bool {
    text.chars().any(char::is_control)
}

//! What another version of the chart makes of the same values.

use std::fmt;

use manifest::yaml::Document;
use manifest::{FieldPath, Finding, Place, Value, yaml};

use super::{Fact, facts, is_passed_on, rules, successor};
use crate::CiliumVersion;
use crate::values::Values;

/// A difference that an upgrade (or its reverse) makes for a values file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The key.
    pub path: &'static str,
    /// What happens to it.
    pub kind: ChangeKind,
}

/// What happens to a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It is set, and not read any more.
    Removed {
        /// What is read instead.
        successor: Option<&'static str>,
    },
    /// It is set, had no effect so far, and is read from now on.
    Awakened,
    /// It is not set, and its default changes. Both are JSON.
    Default {
        /// The old one; none where the chart had no default.
        before: Option<&'static str>,
        /// The new one; none where the chart has no default.
        after: Option<&'static str>,
    },
}

/// What changes for a values file with the version of the chart, by path.
///
/// New keys that the file does not set are no change: what they do is what the new default says. Neither are the
/// images, which change with every version.
#[must_use]
pub fn upgrade(values: &Values, from: &CiliumVersion, to: &CiliumVersion) -> Vec<Change> {
    // Values are plain data, which always can be written.
    let declared = yaml::to_value(values).unwrap_or_default();
    facts().iter().filter_map(|fact| change(fact, &declared, from, to)).collect()
}

fn change(fact: &'static Fact, declared: &Value, from: &CiliumVersion, to: &CiliumVersion) -> Option<Change> {
    let path = fact.path();
    let is_set = path.split('.').try_fold(declared, |tree, key| tree.get(key)).is_some();
    let kind = match (fact.is_in(from), fact.is_in(to)) {
        _ if fact.is_group() || is_image(path) => return None,
        (true, false) if is_set => ChangeKind::Removed { successor: successor(path) },
        (false, true) if is_set => ChangeKind::Awakened,
        (true, true) if !is_set && !is_passed_on(path) => {
            let (before, after) = (fact.default_in(from), fact.default_in(to));
            // No default and nothing are the same to templates.
            let is_nothing = |json: Option<&str>| json.is_none_or(|json| json == "null");
            if before == after || is_nothing(before) && is_nothing(after) {
                return None;
            }
            ChangeKind::Default { before, after }
        }
        _ => return None,
    };
    Some(Change { path, kind })
}

/// Whether a key is part of an image's reference.
fn is_image(path: &str) -> bool {
    let mut keys = path.rsplit('.');
    let (last, group) = (keys.next().unwrap_or_default(), keys.next().unwrap_or_default());
    group.to_lowercase().ends_with("image")
        && (last == "tag" || last.to_lowercase().ends_with("digest") || last == "repository")
}

impl Change {
    /// The change as a finding in the values file that it is about. A changed default has no place in it: the key is
    /// not there.
    pub fn finding(&self, document: Option<&Document>) -> Finding {
        let path = FieldPath::root().keys(self.path);
        let finding = |rule, place: Place| Finding::new(rule, place, self.to_string());
        let set = |rule| {
            let finding = finding(rule, Place::key(path.clone()));
            match document {
                Some(document) => finding.locate(document),
                None => finding,
            }
        };
        match &self.kind {
            ChangeKind::Removed { successor: Some(next) } => {
                set(&rules::KEY_RENAMED).help(format!("say it with `{next}`, and remove the key"))
            }
            ChangeKind::Removed { successor: None } => set(&rules::KEY_REMOVED).help("remove the key"),
            ChangeKind::Awakened => set(&rules::KEY_AWAKENED).help("remove the key if it is not meant"),
            ChangeKind::Default { before, .. } => {
                let source = document.map(|document| document.source().name().to_owned());
                let finding =
                    finding(&rules::DEFAULT_CHANGED, Place { source, ..Place::value(path.clone()) });
                match before {
                    Some(json) => finding.help(format!("set it to {json} to keep what it was")),
                    None => finding.help("set it to `null` to keep what it was"),
                }
            }
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path;
        let shown = |json: Option<&'static str>| json.unwrap_or("nothing");
        match &self.kind {
            ChangeKind::Removed { successor: Some(next) } => {
                write!(f, "`{path}` is not read any more; `{next}` is read instead")
            }
            ChangeKind::Removed { successor: None } => write!(f, "`{path}` is not read any more"),
            ChangeKind::Awakened => write!(f, "`{path}` had no effect and gets one"),
            ChangeKind::Default { before, after } => {
                write!(f, "the default of `{path}` was {} and becomes {}", shown(*before), shown(*after))
            }
        }
    }
}

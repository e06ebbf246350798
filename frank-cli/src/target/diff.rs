//! Plans as unified diffs.

use super::plan::{Change, Deed, Plan};
use crate::diff::unified;

impl Plan<'_> {
    /// What would change, as a unified diff in which secrets are masked.
    pub(crate) fn diff(&self) -> String {
        self.changes.iter().map(diff).collect()
    }
}

fn diff(change: &Change<'_>) -> String {
    let path = &change.path;
    match &change.deed {
        Deed::Create { text } => unified(path, None, Some(text)),
        Deed::Update { before, text, .. } => {
            unified(path, Some(&String::from_utf8_lossy(before)), Some(text))
        }
        Deed::Delete { before } => unified(path, Some(&String::from_utf8_lossy(before)), None),
    }
}

//! Plans as unified diffs, without the secrets in them.

use std::borrow::Cow;

use manifest::report::masked;
use similar::TextDiff;

use super::plan::{Change, Deed, Plan};
use crate::terminal::{ADDED, HEADING, REMOVED, visible};

impl Plan<'_> {
    /// What would change, as a unified diff in which secrets are masked.
    pub(crate) fn diff(&self) -> String {
        self.changes.iter().map(diff).collect()
    }
}

fn diff(change: &Change<'_>) -> String {
    let path = visible(&change.path);
    let (old, new) = (format!("a/{path}"), format!("b/{path}"));
    let nothing = "/dev/null".to_owned();
    let (old, before, new, after): (_, Cow<'_, str>, _, &str) = match &change.deed {
        Deed::Create { text } => (nothing, "".into(), new, text),
        Deed::Update { before, text, .. } => (old, String::from_utf8_lossy(before), new, text),
        Deed::Delete { before } => (old, String::from_utf8_lossy(before), nothing, ""),
    };
    let (before, after) = (masked(&before), masked(after));
    if before == after {
        return format!("{HEADING}{path}: only secrets differ, which are not shown{HEADING:#}\n");
    }
    let diff = TextDiff::from_lines(&*before, &*after);
    let diff = diff.unified_diff().header(&old, &new).to_string();
    diff.split_inclusive('\n').enumerate().map(|(index, line)| styled(index, line)).collect()
}

fn styled(index: usize, line: &str) -> String {
    let words = line.trim_end_matches(['\r', '\n']);
    let end = line.strip_prefix(words).unwrap_or_default();
    let words = visible(words);
    let style = match words.chars().next() {
        _ if index < HEADER => HEADING,
        Some('+') => ADDED,
        Some('-') => REMOVED,
        _ => return format!("{words}{end}"),
    };
    format!("{style}{words}{style:#}{end}")
}

/// The lines that name the two files.
const HEADER: usize = 2;

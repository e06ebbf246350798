//! Unified diffs, without the secrets in them.

use manifest::report::masked;
use similar::TextDiff;

use crate::terminal::{ADDED, HEADING, REMOVED, visible};

/// What changes in a file; a side that is absent is a file that is not there. Secrets are masked.
pub(crate) fn unified(path: &str, before: Option<&str>, after: Option<&str>) -> String {
    between(["a/", "b/"], path, before, after)
}

/// The same of something that is no file, by its name.
pub(crate) fn named(name: &str, before: Option<&str>, after: Option<&str>) -> String {
    between(["", ""], name, before, after)
}

fn between(sides: [&str; 2], path: &str, before: Option<&str>, after: Option<&str>) -> String {
    let path = visible(path);
    let name =
        |side: &str, text: Option<&str>| text.map_or("/dev/null".to_owned(), |_| format!("{side}{path}"));
    let [old, new] = sides;
    let (old, new) = (name(old, before), name(new, after));
    let (before, after) = (masked(before.unwrap_or_default()), masked(after.unwrap_or_default()));
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

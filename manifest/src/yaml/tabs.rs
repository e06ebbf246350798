//! Tabs where Go's scanner refuses them and ours does not.
//!
//! Go takes a tab as white space inside flow collections and after a key's colon, but not where a new key or
//! item could begin: at the start of a line, and after `-` or `?` (`yaml_parser_scan_to_next_token` in
//! `scannerc.go`).

use crate::source::Span;

/// The first refused tab. `contents` are the spans of all scalars and flow collections, in which tabs are
/// either text or allowed.
pub(super) fn refused(text: &str, contents: &mut [Span]) -> Option<usize> {
    contents.sort_unstable();
    let mut covered = contents.iter().peekable();
    let mut end_of_content = 0;
    text.match_indices('\t').map(|(tab, _)| tab).find(|&tab| {
        while let Some(span) = covered.next_if(|span| span.start <= tab) {
            end_of_content = end_of_content.max(span.end);
        }
        if tab < end_of_content {
            return false;
        }
        let line_start =
            text.get(..tab).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        let before = text.get(line_start.max(end_of_content)..tab).unwrap_or_default();
        let after_content = end_of_content > line_start;
        !is_comment(before, after_content) && may_begin(before, after_content)
    })
}

/// Whether a comment has begun in this part of a line.
fn is_comment(before: &str, after_content: bool) -> bool {
    before.match_indices('#').any(|(at, _)| match before.get(..at).and_then(|rest| rest.chars().last()) {
        None => !after_content,
        Some(c) => c == ' ' || c == '\t',
    })
}

/// Whether a key or item could begin after this part of a line.
fn may_begin(before: &str, after_content: bool) -> bool {
    match before.trim_end_matches([' ', '\t']).chars().last() {
        None => !after_content,
        Some(indicator) => matches!(indicator, '-' | '?'),
    }
}

//! Texts that every reader takes for the same texts.

use super::ambiguous::is_ambiguous;
use super::quote::{double_quoted, is_ordinary, is_shown};
use super::spaces;

/// Writes a key: always on one line.
pub(super) fn key(out: &mut String, text: &str) {
    if is_plain(text) {
        out.push_str(text);
    } else {
        double_quoted(out, text, is_shown);
    }
}

/// Writes a value; lines of a block text stand at `indent`.
pub(super) fn value(out: &mut String, text: &str, indent: usize) {
    if is_plain(text) {
        out.push_str(text);
    } else if is_literal(text) {
        literal(out, text, indent);
    } else {
        double_quoted(out, text, is_shown);
    }
}

/// Whether a text needs no quotes anywhere in a block of YAML.
fn is_plain(text: &str) -> bool {
    if is_ordinary(text) {
        return true;
    }
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return false };
    let starts = match first {
        // An option of a command line, `-v` or `--set`, not the mark of a list item or a number.
        '-' => {
            let rest = text.trim_start_matches('-');
            text.len() - rest.len() <= 2 && rest.starts_with(|c: char| c.is_ascii_alphabetic())
        }
        _ => !INDICATORS.contains(&first),
    };
    starts
        && text.chars().all(|c| matches!(c, ' '..='~') || (!c.is_ascii() && c.is_alphanumeric()))
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !is_ambiguous(text)
}

/// What a text without quotes must not start with. `=` means "default value" in YAML 1.1.
const INDICATORS: [char; 20] =
    [' ', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`', '='];

/// Whether a text of several lines can stand as it is, below a `|`.
///
/// A blank or tab at the start of the first line would be taken for indentation, one at the end of a line
/// cannot be seen and is cut off by editors.
fn is_literal(text: &str) -> bool {
    text.contains('\n')
        && !text.starts_with(['\n', ' ', '\t'])
        && text.split('\n').all(|line| !line.ends_with([' ', '\t']))
        && text.chars().all(|c| matches!(c, '\n' | '\t') || is_shown(c))
}

fn literal(out: &mut String, text: &str, indent: usize) {
    let body = text.strip_suffix('\n');
    out.push_str(match body {
        None => "|-",
        Some(body) if body.ends_with('\n') => "|+",
        Some(_) => "|",
    });
    for line in body.unwrap_or(text).split('\n') {
        out.push('\n');
        if !line.is_empty() {
            spaces(out, indent);
            out.push_str(line);
        }
    }
    out.push('\n');
}

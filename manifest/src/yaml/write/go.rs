//! Texts as Go's YAML library writes them, release by release, faults included.

use std::fmt::Write as _;

use super::quote::{double_quoted, is_ordinary};
use crate::yaml::resolve::resolve_as;
use crate::yaml::{GoYaml, Resolved, legacy_bool};

/// Whether a key needs a line of its own, started with `?`.
pub(super) fn is_long_key(text: &str) -> bool {
    text.len() > 128 || text.contains(is_break)
}

/// Writes a text; lines of a block text stand at `indent`, `step` is the number of spaces a level.
pub(super) fn text(out: &mut String, text: &str, indent: usize, step: usize, release: GoYaml) {
    match style(text, release) {
        Style::Plain => out.push_str(text),
        Style::Single => single_quoted(out, text, indent),
        // A byte order mark in front makes the library escape everything behind it, too.
        Style::Double if text.starts_with('\u{feff}') => double_quoted(out, text, |_| false),
        Style::Double => double_quoted(out, text, |c| is_printable(c) && !is_break(c)),
        Style::Literal => literal(out, text, indent, step, release),
    }
}

#[derive(Clone, Copy)]
enum Style {
    Plain,
    Single,
    Double,
    Literal,
}

/// The style that the library's encoder wants, or the next one that its emitter allows.
fn style(text: &str, release: GoYaml) -> Style {
    if is_ordinary(text) {
        return Style::Plain;
    }
    let form = Form::of(text);
    match wanted(text, release) {
        Style::Literal if form.literal => Style::Literal,
        Style::Plain if form.plain => Style::Plain,
        Style::Plain | Style::Single if form.single => Style::Single,
        _ => Style::Double,
    }
}

fn wanted(text: &str, release: GoYaml) -> Style {
    if text.contains('\n') {
        let blank = text.len() < 2 || text.chars().all(char::is_whitespace);
        return if blank && release > GoYaml::V3 { Style::Double } else { Style::Literal };
    }
    let legacy = legacy_bool(text).is_some() || is_base_60(text);
    match resolve_as(text, release) {
        Resolved::Merge if release == GoYaml::V3 => Style::Plain,
        Resolved::Merge | Resolved::String if release == GoYaml::V4Rc6 && (legacy || text == "<<") => {
            Style::Single
        }
        Resolved::String if !legacy => Style::Plain,
        _ => Style::Double,
    }
}

/// Which styles keep a text what it is.
struct Form {
    plain: bool,
    single: bool,
    literal: bool,
}

impl Form {
    fn of(text: &str) -> Self {
        let special = text.chars().any(|c| c != '\t' && !is_printable(c));
        let pair = |wanted: fn(char, char) -> bool| {
            text.chars().zip(text.chars().skip(1)).any(|(left, right)| wanted(left, right))
        };
        let space_before_break = pair(|left, right| left == ' ' && is_break(right));
        let space_after_break = pair(|left, right| is_break(left) && right == ' ');
        let single = !(special || space_before_break || space_after_break || text.contains('\t'));
        Self {
            plain: single
                && !text.starts_with(' ')
                && !text.ends_with(' ')
                && !text.contains(is_break)
                && !holds_indicator(text),
            single,
            literal: !(special || space_before_break || text.ends_with(' ')),
        }
    }
}

/// Whether a text without quotes would be read as structure or comment.
fn holds_indicator(text: &str) -> bool {
    let blank_or_end = |c: Option<char>| c.is_none_or(|c| matches!(c, ' ' | '\t'));
    let mut chars = text.chars();
    let first = chars.next();
    let start = match first {
        Some('-' | '?') => blank_or_end(chars.next()),
        Some(c) => "#,[]{}&*!|>'\"%@`".contains(c),
        None => false,
    };
    start
        || text.starts_with("---")
        || text.starts_with("...")
        || text.contains(" #")
        || text.contains("\0#")
        || text
            .match_indices(':')
            .any(|(colon, _)| blank_or_end(text.get(colon + 1..).and_then(|rest| rest.chars().next())))
}

/// Numbers in base 60, which the library itself reads as texts: `[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?`.
fn is_base_60(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digit_or_mark = |byte: u8| byte.is_ascii_digit() || byte == b'_';
    let Some((first, rest)) = whole.split_once(':') else { return false };
    first.starts_with(|c: char| c.is_ascii_digit())
        && first.bytes().all(digit_or_mark)
        && fraction.bytes().all(digit_or_mark)
        && rest.split(':').all(|part| match part.as_bytes() {
            [ones] => ones.is_ascii_digit(),
            [tens, ones] => (b'0'..=b'5').contains(tens) && ones.is_ascii_digit(),
            _ => false,
        })
}

fn single_quoted(out: &mut String, text: &str, indent: usize) {
    out.push('\'');
    with_breaks(out, &text.replace('\'', "''"), indent, false);
    out.push('\'');
}

fn literal(out: &mut String, text: &str, indent: usize, step: usize, release: GoYaml) {
    out.push('|');
    if text.starts_with(' ') || (text.starts_with(is_break) && release <= GoYaml::V4Rc3) {
        // Writing to a string cannot fail.
        let _ = write!(out, "{step}");
    }
    let mut from_end = text.chars().rev();
    match (from_end.next().is_some_and(is_break), from_end.next().is_none_or(is_break)) {
        (false, _) => out.push('-'),
        (true, true) => out.push('+'),
        (true, false) => {}
    }
    // The oldest release takes a break at the start for the end of the line with the `|`.
    if !(text.starts_with(is_break) && release == GoYaml::V3) {
        out.push('\n');
    }
    with_breaks(out, text, indent, true);
}

/// Writes a text and indents whatever follows a break, of which Go's library knows three that can be seen.
fn with_breaks(out: &mut String, text: &str, indent: usize, mut broken: bool) {
    for c in text.chars() {
        if is_break(c) {
            broken = true;
        } else if std::mem::take(&mut broken) {
            out.extend(std::iter::repeat_n(' ', indent));
        }
        out.push(c);
    }
}

pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What the library writes as it is. It knows no characters beyond the first plane.
fn is_printable(c: char) -> bool {
    matches!(c, '\n' | ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}') && c != '\u{feff}'
}

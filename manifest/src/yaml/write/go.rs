//! Texts as Go's YAML library writes them, release by release, faults included.

use std::fmt::Write as _;

use super::quote::{double_quoted, is_ordinary};
use super::{Quoting, spaces};
use crate::yaml::resolve::resolve_as;
use crate::yaml::{GoYaml, Resolved, legacy_bool};

/// Whether a key needs a line of its own, started with `?`.
pub(super) fn is_long_key(text: &str) -> bool {
    is_long(text) || text.contains(is_break)
}

/// The same of a text on one line.
pub(super) fn is_long(text: &str) -> bool {
    text.len() > 128
}

/// The releases of the library, the oldest first.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub(super) enum Release {
    V2,
    From(GoYaml),
}

impl Release {
    /// The release whose writing is wanted, if one is.
    pub(super) fn of(quoting: Quoting) -> Option<Self> {
        match quoting {
            Quoting::Safe => None,
            Quoting::Go(release) => Some(Self::From(release)),
            Quoting::GoV2 => Some(Self::V2),
        }
    }

    fn resolve(self, text: &str) -> Resolved {
        match self {
            Self::From(release) => resolve_as(text, release),
            // Octal numbers with a sign behind the mark came with v3.
            Self::V2 if text.starts_with("0o-") || text.starts_with("0o+") => Resolved::String,
            Self::V2 => resolve_as(text, GoYaml::V3),
        }
    }
}

/// Where a text may stand.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// Where its lines begin, but for the first one.
    pub(super) indent: usize,
    /// The number of spaces a level.
    pub(super) step: usize,
    /// Whether a release that folds may do it.
    pub(super) folds: bool,
}

/// The last column that may be filled before a line is folded at its next space.
const WIDTH: usize = 80;

/// Writes a text.
pub(super) fn text(out: &mut String, text: &str, room: Room, release: Release) {
    let start = out.len();
    let style = style(text, release);
    match style {
        Style::Plain => out.push_str(text),
        Style::Single => single_quoted(out, text, room.indent),
        // A byte order mark in front makes the library escape everything behind it, too.
        Style::Double if text.starts_with('\u{feff}') => double_quoted(out, text, |_| false),
        Style::Double => double_quoted(out, text, |c| is_printable(c) && !is_break(c)),
        Style::Literal => return literal(out, text, room, release),
    }
    if release == Release::V2 && room.folds {
        let column = out.get(..start).unwrap_or_default().chars().rev().take_while(|c| *c != '\n').count();
        if column + out.len() - start > WIDTH {
            let written = out.split_off(start);
            fold(out, &written, column, room.indent, matches!(style, Style::Double));
        }
    }
}

/// Puts in a text on one line where it is folded. Of several spaces the first one may be a fold, in double quotes also
/// the last ones, which a backslash keeps.
fn fold(out: &mut String, written: &str, mut column: usize, indent: usize, is_double: bool) {
    let mut chars = written.chars().peekable();
    let quoted = written.starts_with(['"', '\'']);
    let last = written.chars().count().saturating_sub(1 + usize::from(quoted));
    let (mut index, mut after_space) = (0, false);
    while let Some(c) = chars.next() {
        let is_edge = quoted && (index <= 1 || index >= last);
        let next_is_space = chars.peek() == Some(&' ');
        if c == ' ' && column > WIDTH && !after_space && !is_edge && (is_double || !next_is_space) {
            out.push('\n');
            spaces(out, indent);
            column = indent;
            if next_is_space {
                out.push('\\');
                column += 1;
            }
        } else {
            out.push(c);
            column = if c == '\n' { 0 } else { column + 1 };
        }
        after_space = c == ' ';
        index += 1;
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
fn style(text: &str, release: Release) -> Style {
    if is_ordinary(text) {
        return Style::Plain;
    }
    let form = Form::of(text, release);
    match wanted(text, release) {
        Style::Literal if form.literal => Style::Literal,
        Style::Plain if form.plain => Style::Plain,
        Style::Plain | Style::Single if form.single => Style::Single,
        _ => Style::Double,
    }
}

fn wanted(text: &str, release: Release) -> Style {
    if text.contains('\n') {
        let blank = text.len() < 2 || text.chars().all(char::is_whitespace);
        return if blank && release > Release::From(GoYaml::V3) { Style::Double } else { Style::Literal };
    }
    let legacy = legacy_bool(text).is_some() || is_base_60(text);
    match release.resolve(text) {
        Resolved::Merge if release <= Release::From(GoYaml::V3) => Style::Plain,
        Resolved::Merge | Resolved::String
            if release == Release::From(GoYaml::V4Rc6) && (legacy || text == "<<") =>
        {
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
    fn of(text: &str, release: Release) -> Self {
        let escapes_tabs = release == Release::V2;
        let (mut special, mut space_before_break, mut space_after_break) = (false, false, false);
        let (mut after_space, mut after_break) = (false, false);
        for c in text.chars() {
            let (is_space, breaks) = (c == ' ', is_break(c));
            special |= (c != '\t' || escapes_tabs) && !is_printable(c);
            space_before_break |= after_space && breaks;
            space_after_break |= after_break && is_space;
            (after_space, after_break) = (is_space, breaks);
        }
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

fn literal(out: &mut String, text: &str, Room { indent, step, .. }: Room, release: Release) {
    out.push('|');
    if text.starts_with(' ') || (text.starts_with(is_break) && release <= Release::From(GoYaml::V4Rc3)) {
        // Writing to a string cannot fail.
        let _ = write!(out, "{step}");
    }
    let mut from_end = text.chars().rev();
    match (from_end.next().is_some_and(is_break), from_end.next().is_none_or(is_break)) {
        (false, _) => out.push('-'),
        (true, true) => out.push('+'),
        (true, false) => {}
    }
    // This release takes a break at the start for the end of the line with the `|`.
    if !(text.starts_with(is_break) && release == Release::From(GoYaml::V3)) {
        out.push('\n');
    }
    with_breaks(out, text, indent, true);
}

/// Writes a text and indents whatever follows a break, of which Go's library knows three that can be seen.
fn with_breaks(out: &mut String, text: &str, indent: usize, mut broken: bool) {
    for line in text.split_inclusive(is_break) {
        if broken && !line.starts_with(is_break) {
            spaces(out, indent);
        }
        out.push_str(line);
        broken = line.ends_with(is_break);
    }
}

pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What the library writes as it is. It knows no characters beyond the first plane.
fn is_printable(c: char) -> bool {
    matches!(c, '\n' | ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}') && c != '\u{feff}'
}

//! Texts in quotes.

use std::fmt::Write as _;

/// A quick yes for most keys and names: letters, digits and a few marks, which mean nothing to any reader.
pub(super) fn is_ordinary(text: &str) -> bool {
    let starts = match text.as_bytes().first() {
        // A digit behind it would make it an exponent.
        Some(b'e' | b'E') | None => false,
        // All words that are no texts start with these.
        Some(b'n' | b'N' | b't' | b'T' | b'f' | b'F' | b'y' | b'Y' | b'o' | b'O') => {
            text.len() > "false".len()
        }
        Some(first) => first.is_ascii_alphabetic(),
    };
    starts && text.bytes().all(|byte| ORDINARY.get(usize::from(byte)) == Some(&true))
}

/// Which bytes are letters, digits or those marks: looked up, as every byte of nearly every text is asked for.
#[expect(clippy::indexing_slicing, reason = "in a constant it is the compiler that would say so")]
const ORDINARY: [bool; 128] = {
    let mut ordinary = [false; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        ordinary[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/');
        byte += 1;
    }
    ordinary
};

/// Writes a text in double quotes on one line, with escapes for all but the characters that `shown` says yes to.
pub(super) fn double_quoted(out: &mut String, text: &str, shown: impl Fn(char) -> bool) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            _ if shown(c) => out.push(c),
            '\0' => out.push_str("\\0"),
            '\x07' => out.push_str("\\a"),
            '\x08' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\x0b' => out.push_str("\\v"),
            '\x0c' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            '\x1b' => out.push_str("\\e"),
            '\u{85}' => out.push_str("\\N"),
            '\u{a0}' => out.push_str("\\_"),
            '\u{2028}' => out.push_str("\\L"),
            '\u{2029}' => out.push_str("\\P"),
            _ => escape(out, c),
        }
    }
    out.push('"');
}

/// Whether a character can be seen, and stands for itself in every reader's text.
///
/// No control, separator, direction or joining characters: what a person reads is what is there.
pub(super) fn is_shown(c: char) -> bool {
    match c {
        ' '..='~' => true,
        '\u{a1}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}' => !is_hidden(c),
        _ => false,
    }
}

fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{1680}'
            | '\u{180e}'
            | '\u{2000}'..='\u{200f}'
            | '\u{2028}'..='\u{202f}'
            | '\u{205f}'..='\u{206f}'
            | '\u{3000}'
            | '\u{fdd0}'..='\u{fdef}'
            | '\u{feff}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    ) || u32::from(c) & 0xfffe == 0xfffe
}

/// Writes a character as its number, in the shortest of the three forms.
fn escape(out: &mut String, c: char) {
    let number = u32::from(c);
    // Writing to a string cannot fail.
    let _ = match number {
        0..=0xff => write!(out, "\\x{number:02X}"),
        0x100..=0xffff => write!(out, "\\u{number:04X}"),
        _ => write!(out, "\\U{number:08X}"),
    };
}

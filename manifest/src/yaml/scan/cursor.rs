//! A place in a text that only moves forward.

use crate::source::Span;

/// Where the scanner stands.
///
/// Go's YAML library knows six line breaks, and columns begin after each of them. Columns are counted in bytes here: whatever
/// stands before a column that is compared with another one is a space or an indicator.
pub(in crate::yaml) struct Cursor<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    line_start: usize,
}

/// A line break, as a scalar holds it.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Break {
    /// `\n`, `\r\n`, `\r` and U+0085, which all become a line feed.
    Line,
    /// U+2028, which stays what it is.
    LineSeparator,
    /// U+2029, which stays what it is.
    ParagraphSeparator,
}

impl Break {
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Line => "\n",
            Self::LineSeparator => "\u{2028}",
            Self::ParagraphSeparator => "\u{2029}",
        }
    }
}

impl<'t> Cursor<'t> {
    /// Starts behind a byte order mark.
    pub(in crate::yaml) fn new(text: &'t str) -> Self {
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, at: start, line: 0, line_start: start }
    }

    pub(in crate::yaml) fn at(&self) -> usize {
        self.at
    }

    /// Bytes since the last line break.
    pub(in crate::yaml) fn column(&self) -> usize {
        self.at - self.line_start
    }

    /// Line breaks so far.
    pub(in crate::yaml) fn line(&self) -> usize {
        self.line
    }

    /// The byte at the cursor; 0, which no text may hold, at the end.
    pub(in crate::yaml) fn byte(&self) -> u8 {
        self.ahead(0)
    }

    /// The byte so many bytes ahead; 0 behind the end.
    pub(super) fn ahead(&self, count: usize) -> u8 {
        self.text.as_bytes().get(self.at + count).copied().unwrap_or_default()
    }

    pub(in crate::yaml) fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// What stands between a place and the cursor.
    pub(super) fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// What stands between two places.
    pub(super) fn between(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or_default()
    }

    pub(in crate::yaml) fn span_since(&self, start: usize) -> Span {
        Span::new(start, self.at)
    }

    /// The character at the cursor; nothing at the end of the text.
    pub(super) fn span_here(&self) -> Span {
        let length = self.rest().chars().next().map_or(0, char::len_utf8);
        Span::new(self.at, self.at + length)
    }

    /// Goes over so many bytes, none of which belongs to a line break.
    pub(in crate::yaml) fn skip(&mut self, count: usize) {
        self.at += count;
    }

    /// Goes to the first byte that is not wanted. What is wanted are no line breaks.
    pub(super) fn skip_while(&mut self, wanted: impl Fn(u8) -> bool) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|byte| !wanted(*byte)).unwrap_or(rest.len());
    }

    pub(super) fn skip_blanks(&mut self) {
        self.skip_while(is_blank);
    }

    /// Goes to the end of the line.
    pub(super) fn skip_line(&mut self) {
        loop {
            self.skip_while(|byte| !may_break(byte));
            if self.is_at_end() || self.line_break().is_some() {
                return;
            }
            self.skip(1);
        }
    }

    /// The line break at the cursor and its length.
    pub(super) fn line_break(&self) -> Option<(Break, usize)> {
        break_at(|ahead| self.ahead(ahead))
    }

    /// Goes over a line break, if one is here.
    pub(super) fn take_break(&mut self) -> Option<Break> {
        let (kind, length) = self.line_break()?;
        self.at += length;
        self.line += 1;
        self.line_start = self.at;
        Some(kind)
    }

    /// Whether a blank, a line break or the end is so many bytes ahead.
    pub(in crate::yaml) fn is_space_ahead(&self, count: usize) -> bool {
        let byte = self.ahead(count);
        is_blank(byte) || byte == 0 || self.is_break_ahead(count)
    }

    /// Whether a line break is so many bytes ahead.
    pub(super) fn is_break_ahead(&self, count: usize) -> bool {
        may_break(self.ahead(count)) && break_at(|ahead| self.ahead(count + ahead)).is_some()
    }

    /// Whether the cursor stands before `---` or `...` at the start of a line.
    pub(in crate::yaml) fn document_mark(&self) -> Option<u8> {
        let mark = self.byte();
        let is_mark = self.column() == 0
            && matches!(mark, b'-' | b'.')
            && self.ahead(1) == mark
            && self.ahead(2) == mark
            && self.is_space_ahead(3);
        is_mark.then_some(mark)
    }
}

/// The column from which on a text belongs to a collection that begins at a column; the first one outside of all.
pub(super) fn inside(outer: Option<usize>) -> usize {
    outer.map_or(0, |column| column + 1)
}

pub(super) const fn is_blank(byte: u8) -> bool {
    byte == b' ' || byte == b'\t'
}

/// Whether a line break may start with this byte.
pub(super) const fn may_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r' | 0xc2 | 0xe2)
}

fn break_at(byte: impl Fn(usize) -> u8) -> Option<(Break, usize)> {
    match byte(0) {
        b'\n' => Some((Break::Line, 1)),
        b'\r' => Some((Break::Line, if byte(1) == b'\n' { 2 } else { 1 })),
        0xc2 if byte(1) == 0x85 => Some((Break::Line, 2)),
        0xe2 if byte(1) == 0x80 => match byte(2) {
            0xa8 => Some((Break::LineSeparator, 3)),
            0xa9 => Some((Break::ParagraphSeparator, 3)),
            _ => None,
        },
        _ => None,
    }
}

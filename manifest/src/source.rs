//! A named text and the way from byte offsets to lines and columns.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A text with the name under which findings speak of it, usually a path as the user gave it.
///
/// Cloning is cheap: the text is shared.
#[derive(Clone)]
pub struct Source {
    inner: Arc<Inner>,
}

struct Inner {
    name: String,
    text: String,
    /// Where its lines start, found when it is first asked for: of many texts nobody asks.
    line_starts: OnceLock<Vec<usize>>,
}

/// A range of bytes in the text of a [`Source`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte. Never smaller than `start`.
    pub end: usize,
}

/// A place as people count it: both numbers start at 1, columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters (not bytes), from 1.
    pub column: usize,
}

/// The bytes are not UTF-8; the only encoding that YAML files are read in here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not valid UTF-8 at line {}, column {} (byte {offset})", position.line, position.column)]
pub struct NotUtf8 {
    /// Offset of the first byte that is not part of a character.
    pub offset: usize,
    /// Where that byte is.
    pub position: Position,
}

impl Source {
    /// Names a text.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let (name, text) = (name.into(), text.into());
        Self { inner: Arc::new(Inner { name, text, line_starts: OnceLock::new() }) }
    }

    /// Names a text that is still bytes.
    ///
    /// Fails with the place of the first byte that is not UTF-8.
    pub fn from_bytes(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, NotUtf8> {
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self::new(name, text)),
            Err(error) => {
                let offset = error.utf8_error().valid_up_to();
                let valid = String::from_utf8_lossy(error.as_bytes().get(..offset).unwrap_or_default());
                let position = Self::new("", valid.as_ref()).position(offset);
                Err(NotUtf8 { offset, position })
            }
        }
    }

    /// The name given to [`Source::new`].
    #[must_use]
    pub fn name(&self) -> &str {
        &self.inner.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.inner.text
    }

    /// The text of a span; empty if the span does not lie on character borders of this text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text().get(span.range()).unwrap_or_default()
    }

    /// Line and column of a byte. Offsets past the end or inside a character are moved back to the
    /// nearest character border.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let text = self.text();
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line_of(offset);
        let start = self.line_start(line).unwrap_or_default();
        let before = text.get(start..offset).unwrap_or_default();
        // A byte order mark is no character of the first line: neither editors nor Go's readers count it.
        let before = if start == 0 { before.trim_start_matches('\u{feff}') } else { before };
        let column = before.chars().count() + 1;
        Position { line, column }
    }

    /// The line that a byte is on, from 1.
    pub(crate) fn line_of(&self, offset: usize) -> usize {
        self.line_starts().partition_point(|&start| start <= offset)
    }

    /// The first byte of a line, counted from 1; absent where there are not so many.
    pub(crate) fn line_start(&self, line: usize) -> Option<usize> {
        self.line_starts().get(line.checked_sub(1)?).copied()
    }

    fn line_starts(&self) -> &[usize] {
        let find = |text: &str| {
            let bytes = text.bytes().enumerate();
            std::iter::once(0).chain(bytes.filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1)).collect()
        };
        self.inner.line_starts.get_or_init(|| find(&self.inner.text))
    }
}

impl PartialEq for Source {
    /// By name and text.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner) || (self.name() == other.name() && self.text() == other.text())
    }
}

impl Eq for Source {}

impl fmt::Debug for Source {
    /// The name and the length only: the text may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source").field("name", &self.name()).field("bytes", &self.text().len()).finish()
    }
}

impl Span {
    /// A span from `start` up to, not including, `end`; an `end` before `start` makes it empty.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The same as a range of bytes.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

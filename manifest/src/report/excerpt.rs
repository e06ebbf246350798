//! Some lines of a text, as they may be shown.

use std::ops::Range;

use super::secrets::overlapping;
use crate::MASK;
use crate::source::{Source, Span};

/// Whole lines of a source, with masks in place of secrets.
pub(super) struct Excerpt {
    /// The text to show.
    pub(super) text: String,
    /// Number of its first line in the source, from 1.
    pub(super) first_line: usize,
    pieces: Vec<Piece>,
}

/// Bytes of the source and what they became.
struct Piece {
    source: Range<usize>,
    text: Range<usize>,
}

impl Excerpt {
    /// The lines that a span touches. The first and the last are cut where they have more than `width` characters
    /// before or behind the span.
    pub(super) fn new(source: &Source, span: Span, secrets: &[Range<usize>], width: usize) -> Self {
        let text = source.text();
        let before = text.get(..span.start).unwrap_or_default();
        let after = text.get(span.end..).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let rest = after.split('\n').next().unwrap_or_default();
        let end = span.end + rest.strip_suffix('\r').unwrap_or(rest).len();
        let mut excerpt =
            Self { text: String::new(), first_line: source.position(start).line, pieces: Vec::new() };

        let from = cut_before(text, start, span.start, width);
        let to = cut_behind(text, span.end, end, width);
        let mut at = from;
        if from > start {
            excerpt.replace(start..from, CUT);
        }
        for secret in overlapping(secrets, from..to) {
            let secret = secret.start.max(at)..secret.end.min(to);
            excerpt.copy(text, at..secret.start);
            at = secret.end;
            excerpt.mask(text, secret);
        }
        excerpt.copy(text, at..to);
        if to < end {
            excerpt.replace(to..end, CUT);
        }
        excerpt
    }

    /// Where a span of the source is in this text; what is hidden is taken as a whole.
    pub(super) fn range(&self, span: Span) -> Range<usize> {
        let start = self.offset(span.start, |piece| piece.text.start);
        let end = self.offset(span.end, |piece| piece.text.end);
        start..end.max(start)
    }

    fn offset(&self, offset: usize, hidden: impl Fn(&Piece) -> usize) -> usize {
        let containing = self.pieces.iter().find(|piece| offset < piece.source.end);
        let Some(piece) = containing else { return self.text.len() };
        let Some(into) = offset.checked_sub(piece.source.start) else { return piece.text.start };
        if into == 0 || piece.source.len() == piece.text.len() {
            piece.text.start + into
        } else {
            hidden(piece)
        }
    }

    fn copy(&mut self, text: &str, range: Range<usize>) {
        if !range.is_empty() {
            let copied = text.get(range.clone()).unwrap_or_default().to_owned();
            self.replace(range, &copied);
        }
    }

    /// Hides a secret. The columns of what follows on its line must stay true, so the mask is as long as the
    /// secret there; elsewhere it does not tell how long that was.
    fn mask(&mut self, text: &str, range: Range<usize>) {
        let rest = text.get(range.end..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        if rest.trim_matches([' ', '"', '\'', '\r']).is_empty() {
            self.replace(range, MASK);
        } else {
            let length = text.get(range.clone()).map_or(0, |secret| secret.chars().count());
            self.replace(range, &"*".repeat(length));
        }
    }

    fn replace(&mut self, range: Range<usize>, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push(Piece { source: range, text: start..self.text.len() });
    }
}

/// What stands for the part of a line that is not shown.
const CUT: &str = "...";

/// A later start that keeps at most `width` characters before the span.
fn cut_before(text: &str, start: usize, span: usize, width: usize) -> usize {
    let before = text.get(start..span).unwrap_or_default();
    before.char_indices().rev().nth(width).map_or(start, |(at, c)| start + at + c.len_utf8())
}

/// An earlier end that keeps at most `width` characters behind the span.
fn cut_behind(text: &str, span: usize, end: usize, width: usize) -> usize {
    let behind = text.get(span..end).unwrap_or_default();
    behind.char_indices().nth(width).map_or(end, |(at, _)| span + at)
}

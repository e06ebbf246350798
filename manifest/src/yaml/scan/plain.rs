//! Texts without quotes.

use std::borrow::Cow;

use super::cursor::{Break, Cursor, is_blank, may_break};
use super::{Fault, Reason, Scanned, Scanner, TokenKind};
use crate::source::Span;
use crate::yaml::{GoYaml, Style};

/// What stands between two pieces of a text: nothing but blanks, or line breaks.
#[derive(Default)]
pub(super) struct Gap {
    is_broken: bool,
    first: Option<Break>,
    /// The breaks behind the first one.
    more: String,
}

impl Gap {
    /// Notes a line break.
    pub(super) fn line(&mut self, line_break: Break) {
        if self.is_broken {
            self.more.push_str(line_break.text());
        } else {
            self.is_broken = true;
            self.first = Some(line_break);
        }
    }

    /// Notes a line break that leaves nothing behind.
    pub(super) fn join(&mut self) {
        self.is_broken = true;
    }

    pub(super) fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// Closes the gap and writes what is left of it: of one line break a space, of more of them all but the first.
    pub(super) fn fold(&mut self, text: &mut String) {
        match self.first.take() {
            Some(Break::Line) if self.more.is_empty() => text.push(' '),
            Some(Break::Line) | None => {}
            Some(kept) => text.push_str(kept.text()),
        }
        text.push_str(&self.more);
        self.more.clear();
        self.is_broken = false;
    }
}

impl Scanner<'_> {
    /// Whether a text without quotes may begin at the cursor.
    pub(super) fn begins_plain(&self) -> bool {
        match self.cursor.byte() {
            b'-' => !is_blank(self.cursor.ahead(1)),
            b'?' | b':' => !self.cursor.is_space_ahead(1),
            b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|' | b'>' | b'\'' | b'"'
            | b'%' | b'@' | b'`' => false,
            _ => !self.cursor.is_space_ahead(0),
        }
    }

    /// Reads such a text; says whether it ends on a later line than that of its last piece.
    pub(super) fn plain(&mut self) -> Scanned<bool> {
        self.remember_key()?;
        self.key_allowed = false;
        let least = self.indents.inside();
        let start = self.cursor.at();
        let mut end = start;
        // Filled only when the text goes on behind a line break.
        let mut folded: Option<String> = None;
        let mut gap = Gap::default();
        loop {
            if self.cursor.document_mark().is_some() || self.cursor.byte() == b'#' {
                break;
            }
            let piece = self.cursor.at();
            skip_piece(&mut self.cursor, self.flow > 0, self.release);
            if self.cursor.at() > piece {
                if gap.is_broken() {
                    let text = folded.get_or_insert_with(|| span_text(&self.cursor, start, end));
                    gap.fold(text);
                    text.push_str(self.cursor.since(piece));
                } else if let Some(text) = &mut folded {
                    text.push_str(self.cursor.since(end));
                }
                end = self.cursor.at();
            }
            if !self.cursor.is_space_ahead(0) || self.cursor.is_at_end() {
                break;
            }
            self.skip_gap(&mut gap, least, start)?;
            if self.flow == 0 && self.cursor.column() < least {
                break;
            }
        }
        let text = folded.map_or_else(
            || Cow::Borrowed(self.cursor.since(start).get(..end - start).unwrap_or_default()),
            Cow::Owned,
        );
        self.push(TokenKind::Scalar { text, style: Style::Plain }, Span::new(start, end));
        if gap.is_broken() {
            self.key_allowed = true;
        }
        Ok(gap.is_broken())
    }

    fn skip_gap(&mut self, gap: &mut Gap, least: usize, start: usize) -> Scanned<()> {
        loop {
            if is_blank(self.cursor.byte()) {
                if gap.is_broken() && self.cursor.column() < least && self.cursor.byte() == b'\t' {
                    let begun = Span::new(start, start);
                    return Err(Fault::new(Reason::TabInPlain, self.cursor.span_here())
                        .in_what_began(begun, "the text begins here"));
                }
                self.cursor.skip(1);
            } else if let Some(line_break) = self.cursor.take_break() {
                gap.line(line_break);
            } else {
                return Ok(());
            }
        }
    }
}

/// What has been read, but for what follows `end`.
fn span_text(cursor: &Cursor<'_>, start: usize, end: usize) -> String {
    cursor.since(start).get(..end - start).unwrap_or_default().to_owned()
}

/// Goes to where a text without quotes stops or has a gap.
fn skip_piece(cursor: &mut Cursor<'_>, in_flow: bool, release: GoYaml) {
    let suspect = if in_flow { IN_FLOW } else { IN_BLOCK };
    loop {
        cursor.skip_while(|byte| BYTES.get(usize::from(byte)).is_none_or(|class| class & suspect == 0));
        let stops = match cursor.byte() {
            b':' => cursor.is_space_ahead(1) || in_flow && ends_flow_key(cursor.ahead(1), release),
            b'?' => cursor.is_space_ahead(1) || !release.takes_question_marks_in_flow(),
            byte if may_break(byte) => cursor.line_break().is_some(),
            _ => true,
        };
        if stops {
            return;
        }
        cursor.skip(1);
    }
}

/// Whether a colon before this byte ends a key inside of brackets or braces.
fn ends_flow_key(next: u8, release: GoYaml) -> bool {
    matches!(next, b',' | b']' | b'}') && release.ends_flow_keys_at_brackets()
}

/// At this byte a text in a block may stop or have a gap.
const IN_BLOCK: u8 = 1;
/// At this byte a text inside of brackets or braces may stop or have a gap.
const IN_FLOW: u8 = 2;

/// What each byte is to a text without quotes: to look it up is faster than to compare it.
static BYTES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "below 256")]
        let value = byte as u8;
        #[expect(clippy::indexing_slicing, reason = "below 256")]
        let class = &mut classes[byte];
        *class = match value {
            b':' => IN_BLOCK | IN_FLOW,
            b'?' | b',' | b'[' | b']' | b'{' | b'}' => IN_FLOW,
            value if is_blank(value) || may_break(value) => IN_BLOCK | IN_FLOW,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

//! Texts without quotes.

use std::borrow::Cow;

use super::cursor::{Break, Cursor, inside, is_blank, may_break};
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

/// A text without quotes.
pub(in crate::yaml) struct Plain<'t> {
    pub(in crate::yaml) text: Cow<'t, str>,
    pub(in crate::yaml) span: Span,
    /// Whether the cursor has gone on to a later line than that of the last piece.
    pub(in crate::yaml) goes_on_below: bool,
}

impl Scanner<'_> {
    /// Reads a text without quotes, which the cursor stands before; says whether the cursor is on a later line than its end.
    pub(super) fn plain(&mut self) -> Scanned<bool> {
        self.remember_key()?;
        self.key_allowed = false;
        let Plain { text, span, goes_on_below } =
            self.cursor.plain(self.indents.column, self.flow > 0, self.release)?;
        self.push(TokenKind::Scalar { text, style: Style::Plain }, span);
        if goes_on_below {
            self.key_allowed = true;
        }
        Ok(goes_on_below)
    }
}

impl<'t> Cursor<'t> {
    /// Whether a text without quotes may begin at the cursor.
    pub(in crate::yaml) fn begins_plain(&self) -> bool {
        match self.byte() {
            b'-' => !is_blank(self.ahead(1)),
            b'?' | b':' => !self.is_space_ahead(1),
            b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|' | b'>' | b'\'' | b'"'
            | b'%' | b'@' | b'`' => false,
            _ => !self.is_space_ahead(0),
        }
    }

    /// Reads such a text in a collection that begins at a column, and what separates it from the next token.
    pub(in crate::yaml) fn plain(
        &mut self,
        outer: Option<usize>,
        in_flow: bool,
        release: GoYaml,
    ) -> Scanned<Plain<'t>> {
        let least = inside(outer);
        let start = self.at();
        let mut end = start;
        // Filled only when the text goes on behind a line break.
        let mut folded: Option<String> = None;
        let mut gap = Gap::default();
        loop {
            if self.document_mark().is_some() || self.byte() == b'#' {
                break;
            }
            let piece = self.at();
            self.skip_piece(in_flow, release);
            if self.at() > piece {
                if gap.is_broken() {
                    let text = folded.get_or_insert_with(|| self.between(start, end).to_owned());
                    gap.fold(text);
                    text.push_str(self.since(piece));
                } else if let Some(text) = &mut folded {
                    text.push_str(self.since(end));
                }
                end = self.at();
            }
            if !self.is_space_ahead(0) || self.is_at_end() {
                break;
            }
            self.skip_gap(&mut gap, least, start)?;
            if !in_flow && self.column() < least {
                break;
            }
        }
        let text = folded.map_or_else(|| Cow::Borrowed(self.between(start, end)), Cow::Owned);
        Ok(Plain { text, span: Span::new(start, end), goes_on_below: gap.is_broken() })
    }

    fn skip_gap(&mut self, gap: &mut Gap, least: usize, start: usize) -> Scanned<()> {
        loop {
            self.skip_while(|byte| byte == b' ');
            if self.byte() == b'\t' {
                if gap.is_broken() && self.column() < least {
                    let begun = Span::new(start, start);
                    return Err(Fault::new(Reason::TabInPlain, self.span_here())
                        .in_what_began(begun, "the text begins here"));
                }
                self.skip(1);
            } else if let Some(line_break) = self.take_break() {
                gap.line(line_break);
            } else {
                return Ok(());
            }
        }
    }

    /// Goes over as much of a long text in a block, such as a certificate, as certainly belongs to it. Without a branch for
    /// each byte, many are looked at in one step.
    fn skip_long(&mut self) {
        const STEP: usize = 32;

        let may_stop = |byte: u8| byte <= b' ' || byte == b':' || !byte.is_ascii();
        let (steps, _) = self.rest().as_bytes().as_chunks::<STEP>();
        let belong = |step: &&[u8; STEP]| !step.iter().fold(false, |found, byte| found | may_stop(*byte));
        self.skip(STEP * steps.iter().take_while(belong).count());
    }

    /// Goes to where a text without quotes stops or has a gap.
    fn skip_piece(&mut self, in_flow: bool, release: GoYaml) {
        let suspect = if in_flow { IN_FLOW } else { IN_BLOCK };
        if !in_flow {
            self.skip_long();
        }
        loop {
            self.skip_while(|byte| BYTES.get(usize::from(byte)).is_none_or(|class| class & suspect == 0));
            let stops = match self.byte() {
                b':' => self.is_space_ahead(1) || in_flow && ends_flow_key(self.ahead(1), release),
                b'?' => self.is_space_ahead(1) || !release.takes_question_marks_in_flow(),
                byte if may_break(byte) => self.line_break().is_some(),
                _ => true,
            };
            if stops {
                return;
            }
            self.skip(1);
        }
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

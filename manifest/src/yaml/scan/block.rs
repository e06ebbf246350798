//! Texts in blocks, literal and folded.

use std::borrow::Cow;

use super::cursor::{Break, Cursor, inside, is_blank};
use super::{Fault, Reason, Scanned, Scanner, TokenKind};
use crate::source::Span;
use crate::yaml::{GoYaml, Style};

/// What becomes of the line breaks at the end.
#[derive(Clone, Copy, PartialEq)]
enum Chomping {
    /// One is kept.
    Clip,
    /// None is kept, `-`.
    Strip,
    /// All are kept, `+`.
    Keep,
}

/// Where a block text stands.
struct Block {
    /// Where its sign stands.
    start: usize,
    /// The column where its lines begin; none until the first line that is not empty.
    column: Option<usize>,
    /// The column from which on a text belongs to the block.
    least: usize,
}

impl Scanner<'_> {
    /// Reads a text behind `|` or `>`, which the cursor stands before.
    pub(super) fn block_scalar(&mut self, style: Style) -> Scanned<()> {
        self.forget_key()?;
        self.key_allowed = true;
        let (text, span) = self.cursor.block_scalar(style, self.indents.column, self.release)?;
        self.push(TokenKind::Scalar { text: Cow::Owned(text), style }, span);
        Ok(())
    }
}

impl Cursor<'_> {
    /// Reads a text behind `|` or `>`, which the cursor stands before, in a collection that begins at a column. Its span is that
    /// of its lines.
    pub(in crate::yaml) fn block_scalar(
        &mut self,
        style: Style,
        outer: Option<usize>,
        release: GoYaml,
    ) -> Scanned<(String, Span)> {
        let start = self.at();
        self.skip(1);
        let (chomping, increment) = self.block_header(start)?;
        let least = inside(outer).max(usize::from(!release.takes_unindented_documents()));
        let column = increment.map(|increment| outer.unwrap_or_default() + increment);
        let mut block = Block { start, column, least };

        let mut text = String::new();
        // The break behind the last line, and those of the empty lines behind it.
        let mut line_break: Option<Break> = None;
        let mut empty = String::new();
        let mut was_indented = false;
        let mut end = self.skip_empty_lines(&mut block, &mut empty)?;
        let first = self.at();
        while Some(self.column()) == block.column && !self.is_at_end() {
            // Of a folded text lines become one, but not those that are indented further.
            let is_indented = is_blank(self.byte());
            let folds = style == Style::Folded && line_break == Some(Break::Line);
            match line_break.take() {
                Some(_) if folds && !was_indented && !is_indented => {
                    text.push_str(if empty.is_empty() { " " } else { "" });
                }
                Some(kept) => text.push_str(kept.text()),
                None => {}
            }
            text.push_str(&empty);
            empty.clear();
            was_indented = is_indented;
            let line = self.at();
            self.skip_line();
            text.push_str(self.since(line));
            line_break = self.take_break();
            end = self.skip_empty_lines(&mut block, &mut empty)?;
        }
        if let Some(line_break) = line_break.filter(|_| chomping != Chomping::Strip) {
            text.push_str(line_break.text());
        }
        if chomping == Chomping::Keep {
            text.push_str(&empty);
        }
        Ok((text, Span::new(first.min(end), end)))
    }

    /// Reads the rest of the line of the sign.
    fn block_header(&mut self, start: usize) -> Scanned<(Chomping, Option<usize>)> {
        let mut chomping = None;
        let mut increment = None;
        loop {
            match self.byte() {
                b'-' if chomping.is_none() => chomping = Some(Chomping::Strip),
                b'+' if chomping.is_none() => chomping = Some(Chomping::Keep),
                b'0' if increment.is_none() => {
                    return Err(self.block_fault(Reason::IndentationZero, start));
                }
                digit @ b'1'..=b'9' if increment.is_none() => increment = Some(usize::from(digit - b'0')),
                _ => break,
            }
            self.skip(1);
        }
        self.skip_blanks();
        if self.byte() == b'#' {
            self.skip_line();
        }
        if self.take_break().is_none() && !self.is_at_end() {
            return Err(self.block_fault(Reason::BlockHeader, start));
        }
        Ok((chomping.unwrap_or(Chomping::Clip), increment))
    }

    /// Goes over empty lines and the indentation of the next one. Returns where the last empty line ended.
    fn skip_empty_lines(&mut self, block: &mut Block, breaks: &mut String) -> Scanned<usize> {
        let mut end = self.at();
        let mut widest = 0;
        loop {
            let in_indentation = |column: usize| block.column.is_none_or(|wanted| column < wanted);
            while in_indentation(self.column()) && self.byte() == b' ' {
                self.skip(1);
            }
            widest = widest.max(self.column());
            if in_indentation(self.column()) && self.byte() == b'\t' {
                return Err(self.block_fault(Reason::TabInBlock, block.start));
            }
            let Some(line_break) = self.take_break() else { break };
            breaks.push_str(line_break.text());
            end = self.at();
        }
        block.column.get_or_insert(widest.max(block.least));
        Ok(end)
    }

    fn block_fault(&self, reason: Reason, start: usize) -> Fault {
        let begun = Span::new(start, start + 1);
        Fault::new(reason, self.span_here()).in_what_began(begun, "the block text begins here")
    }
}

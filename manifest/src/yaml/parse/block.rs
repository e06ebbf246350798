//! Collections whose extent is their indentation.

use super::{Context, Parsed, Parser};
use crate::source::Span;
use crate::yaml::node::{Entry, Kind, Node};
use crate::yaml::scan::{Fault, Reason, TokenKind};

impl Parser<'_> {
    pub(super) fn block_sequence(&mut self, start: Span) -> Parsed<Kind> {
        self.next()?;
        let mut items = Vec::new();
        loop {
            match self.peek()? {
                TokenKind::BlockEntry => {
                    self.next()?;
                    items.push(match self.peek()? {
                        TokenKind::BlockEntry | TokenKind::BlockEnd => self.absent(),
                        _ => self.node(Context::Block)?,
                    });
                }
                TokenKind::BlockEnd => {
                    self.next()?;
                    return Ok(Kind::Sequence(items));
                }
                _ => {
                    let fault = Fault::new(Reason::ItemMissing, self.peek_span()?);
                    return Err(fault.in_what_began(start, "the list begins here"));
                }
            }
        }
    }

    /// Reads a list that stands at the indentation of its key.
    pub(super) fn indentless_sequence(&mut self) -> Parsed<Kind> {
        let mut items = Vec::new();
        while self.next_if(|kind| matches!(kind, TokenKind::BlockEntry))? {
            items.push(match self.peek()? {
                TokenKind::BlockEntry => self.absent(),
                kind if ends_entry(kind) => self.absent(),
                _ => self.node(Context::Block)?,
            });
        }
        Ok(Kind::Sequence(items))
    }

    pub(super) fn block_mapping(&mut self, start: Span) -> Parsed<Kind> {
        self.next()?;
        let mut entries = Vec::new();
        loop {
            match self.peek()? {
                TokenKind::Key => {
                    self.next()?;
                    let key = self.part_of_entry()?;
                    let has_value = self.next_if(|kind| matches!(kind, TokenKind::Value))?;
                    let value = if has_value { self.part_of_entry()? } else { self.absent() };
                    entries.push(Entry { key, value });
                }
                TokenKind::BlockEnd => {
                    self.next()?;
                    return Ok(Kind::Mapping(entries));
                }
                _ => {
                    let fault = Fault::new(Reason::KeyMissing, self.peek_span()?);
                    return Err(fault.in_what_began(start, "the mapping begins here"));
                }
            }
        }
    }

    /// Reads a key or a value of a block, which may be left out.
    fn part_of_entry(&mut self) -> Parsed<Node> {
        if ends_entry(self.peek()?) { Ok(self.absent()) } else { self.node(Context::Entry) }
    }
}

/// Whether a key or value of a block is left out before this token.
fn ends_entry(kind: &TokenKind<'_>) -> bool {
    matches!(kind, TokenKind::Key | TokenKind::Value | TokenKind::BlockEnd)
}

//! Collections in brackets and braces.

use super::{Context, Parsed, Parser};
use crate::source::Span;
use crate::yaml::node::{Entry, Kind, Node};
use crate::yaml::scan::{Fault, Reason, TokenKind};

impl Parser<'_> {
    pub(super) fn flow_sequence(&mut self, start: Span) -> Parsed<Kind> {
        let ends: Ends = |kind| matches!(kind, TokenKind::FlowSequenceEnd);
        self.next()?;
        let mut items = Vec::new();
        loop {
            if !items.is_empty() && !ends(self.peek()?) {
                self.comma(start, '[', Reason::CommaMissingInSequence)?;
            }
            match self.peek()? {
                kind if ends(kind) => break,
                TokenKind::StreamEnd => return Err(unclosed(start, '[', true)),
                TokenKind::Key => items.push(self.pair()?),
                _ => items.push(self.node(Context::Flow)?),
            }
        }
        self.next()?;
        Ok(Kind::Sequence(items))
    }

    /// Reads a mapping of one entry that stands in a list without braces.
    fn pair(&mut self) -> Parsed<Node> {
        let start = self.next()?.span.start;
        let ends: Ends = |kind| matches!(kind, TokenKind::FlowEntry | TokenKind::FlowSequenceEnd);
        let kind = self.peek()?;
        let key = if ends(kind) || matches!(kind, TokenKind::Value) {
            // A fault of the library: what follows a lone `?` is lost.
            self.next()?;
            self.absent()
        } else {
            self.node(Context::Flow)?
        };
        let value = self.flow_value(ends)?;
        let kind = Kind::Mapping(vec![Entry { key, value }]);
        Ok(Node { kind, tag: None, span: Span::new(start, self.end) })
    }

    pub(super) fn flow_mapping(&mut self, start: Span) -> Parsed<Kind> {
        let ends: Ends = |kind| matches!(kind, TokenKind::FlowMappingEnd);
        let ends_entry: Ends = |kind| matches!(kind, TokenKind::FlowEntry | TokenKind::FlowMappingEnd);
        self.next()?;
        let mut entries = Vec::new();
        loop {
            if !entries.is_empty() && !ends(self.peek()?) {
                self.comma(start, '{', Reason::CommaMissingInMapping)?;
            }
            let (key, value) = match self.peek()? {
                kind if ends(kind) => break,
                TokenKind::StreamEnd => return Err(unclosed(start, '{', true)),
                TokenKind::Key => {
                    self.next()?;
                    let kind = self.peek()?;
                    let is_absent = ends_entry(kind) || matches!(kind, TokenKind::Value);
                    let key = if is_absent { self.absent() } else { self.node(Context::Flow)? };
                    (key, self.flow_value(ends_entry)?)
                }
                _ => (self.node(Context::Flow)?, self.absent()),
            };
            entries.push(Entry { key, value });
        }
        self.next()?;
        Ok(Kind::Mapping(entries))
    }

    /// Reads the value behind a key, which may be left out with its colon or without.
    fn flow_value(&mut self, ends: Ends) -> Parsed<Node> {
        let has_value = self.next_if(|kind| matches!(kind, TokenKind::Value))? && !ends(self.peek()?);
        if has_value { self.node(Context::Flow) } else { Ok(self.absent()) }
    }

    /// Reads the comma between two entries.
    fn comma(&mut self, start: Span, bracket: char, missing: Reason) -> Parsed<()> {
        if self.next_if(|kind| matches!(kind, TokenKind::FlowEntry))? {
            return Ok(());
        }
        let next = self.scanner.peek()?;
        Err(match next.kind {
            TokenKind::StreamEnd => unclosed(start, bracket, false),
            _ => Fault::new(missing, next.span).in_what_began(start, "opened here"),
        })
    }
}

/// Whether something ends before this token.
type Ends = fn(&TokenKind<'_>) -> bool;

fn unclosed(start: Span, bracket: char, is_value_missing: bool) -> Fault {
    Fault::new(Reason::FlowOpen { bracket, is_value_missing }, start)
}

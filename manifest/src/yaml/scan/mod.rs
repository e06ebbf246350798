//! From text to tokens, as Go's YAML library cuts it (`scannerc.go` of go.yaml.in/yaml/v4).
//!
//! The library follows YAML 1.1 with liberties of its own, so no parser of YAML 1.2 decides as it does. Two things make it hard:
//! indentation opens and closes collections without a sign of its own, and that a text was a key is known only when its
//! colon comes. [`Indents`] sees to the first; for the second, tokens wait in a queue until no key can begin at them any more.

mod block;
mod cursor;
mod directive;
mod fault;
mod key;
mod plain;
mod properties;
mod quoted;
mod space;
mod token;

use std::collections::VecDeque;

pub(super) use fault::{Fault, Reason};
pub(super) use token::{Token, TokenKind};

pub(super) use self::cursor::Cursor;
use self::key::{Chance, Key};
pub(super) use self::plain::Plain;
use super::{GoYaml, MAX_DEPTH};
use crate::source::Span;

/// Cuts a text into tokens.
pub(super) struct Scanner<'t> {
    cursor: Cursor<'t>,
    queue: VecDeque<Token<'t>>,
    /// How many tokens have left the queue.
    taken: usize,
    indents: Indents,
    /// How many brackets and braces are open.
    flow: usize,
    /// Whether a key may begin here without a `?`.
    key_allowed: bool,
    key: Key,
    /// The keys that may have begun before the brackets and braces that are open.
    outer_keys: Vec<Key>,
    /// Whether the last token was `[` or `,`, behind which a colon begins a text.
    at_flow_item: bool,
    /// Whether the first token of the queue may be handed out.
    is_ready: bool,
    release: GoYaml,
}

/// Where the open collections begin whose extent is their indentation.
struct Indents {
    /// The column of the innermost one; none outside of all.
    column: Option<usize>,
    outer: Vec<Option<usize>>,
}

type Scanned<T> = Result<T, Fault>;

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str, release: GoYaml) -> Self {
        Self {
            cursor: Cursor::new(text),
            queue: VecDeque::new(),
            taken: 0,
            indents: Indents { column: None, outer: Vec::new() },
            flow: 0,
            key_allowed: true,
            key: Key::default(),
            outer_keys: Vec::new(),
            at_flow_item: false,
            is_ready: false,
            release,
        }
    }

    /// The next token, without taking it. Behind the last one stands [`TokenKind::StreamEnd`] for good.
    #[inline]
    pub(super) fn peek(&mut self) -> Scanned<&Token<'t>> {
        if !self.is_ready {
            self.read_on()?;
        }
        self.queue.front().ok_or_else(|| Fault::new(Reason::ValueMissing, self.cursor.span_here()))
    }

    /// Takes the next token.
    #[inline]
    pub(super) fn next(&mut self) -> Scanned<Token<'t>> {
        self.peek()?;
        self.is_ready = false;
        self.taken += 1;
        self.queue.pop_front().ok_or_else(|| Fault::new(Reason::ValueMissing, self.cursor.span_here()))
    }

    /// Reads until it is known what the first token of the queue is.
    #[inline(never)]
    fn read_on(&mut self) -> Scanned<()> {
        let gives_up_early = self.release.longest_key().is_some();
        while if gives_up_early { self.must_read_on_early()? } else { self.must_read_on() } {
            self.read_token()?;
        }
        self.is_ready = true;
        Ok(())
    }

    fn read_token(&mut self) -> Scanned<()> {
        self.cursor.skip_to_token(&mut self.key_allowed, self.flow > 0);
        self.close_blocks(self.cursor.column());
        if self.cursor.is_at_end() {
            return self.stream_end();
        }
        if self.cursor.column() == 0 && self.cursor.byte() == b'%' {
            return self.directive();
        }
        if let Some(mark) = self.cursor.document_mark() {
            return self.document_mark(mark);
        }
        match self.cursor.byte() {
            b'[' => self.open_flow(TokenKind::FlowSequenceStart)?,
            b'{' => self.open_flow(TokenKind::FlowMappingStart)?,
            b']' => self.close_flow(TokenKind::FlowSequenceEnd)?,
            b'}' => self.close_flow(TokenKind::FlowMappingEnd)?,
            b',' => self.flow_entry()?,
            b'-' if self.cursor.is_space_ahead(1) => return self.block_entry(),
            b'?' if self.cursor.is_space_ahead(1) || self.is_flow_key() => self.explicit_key()?,
            b':' if self.cursor.is_space_ahead(1) || self.is_flow_value() => self.value()?,
            b'*' => self.anchor(TokenKind::Alias)?,
            b'&' => self.anchor(TokenKind::Anchor)?,
            b'!' => self.tag()?,
            b'|' if self.flow == 0 => return self.block_scalar(crate::yaml::Style::Literal),
            b'>' if self.flow == 0 => return self.block_scalar(crate::yaml::Style::Folded),
            b'\'' => self.quoted(crate::yaml::Style::SingleQuoted)?,
            b'"' => self.quoted(crate::yaml::Style::DoubleQuoted)?,
            _ if self.cursor.begins_plain() => {
                let goes_on_below = self.plain()?;
                if goes_on_below {
                    return Ok(());
                }
            }
            _ => return Err(self.cannot_start()),
        }
        self.cursor.skip_comment_behind();
        Ok(())
    }

    /// Whether a `?` begins a key though no space follows it.
    fn is_flow_key(&self) -> bool {
        self.flow > 0 && !self.release.takes_question_marks_in_flow()
    }

    /// Whether a `:` begins a value though no space follows it.
    fn is_flow_value(&self) -> bool {
        self.flow > 0 && !(self.at_flow_item && self.release.begins_flow_texts_with_colons())
    }

    fn push(&mut self, kind: TokenKind<'t>, span: Span) {
        self.at_flow_item = matches!(kind, TokenKind::FlowSequenceStart | TokenKind::FlowEntry);
        self.queue.push_back(Token { kind, span });
    }

    /// Takes so many bytes for a token.
    fn push_sign(&mut self, kind: TokenKind<'t>, length: usize) {
        let start = self.cursor.at();
        self.cursor.skip(length);
        self.push(kind, self.cursor.span_since(start));
    }

    fn stream_end(&mut self) -> Scanned<()> {
        self.close_all_blocks();
        self.forget_key()?;
        self.key_allowed = false;
        self.push(TokenKind::StreamEnd, self.cursor.span_here());
        Ok(())
    }

    fn document_mark(&mut self, mark: u8) -> Scanned<()> {
        self.close_all_blocks();
        self.forget_key()?;
        self.key_allowed = false;
        let kind = if mark == b'-' { TokenKind::DocumentStart } else { TokenKind::DocumentEnd };
        self.push_sign(kind, 3);
        Ok(())
    }

    fn open_flow(&mut self, kind: TokenKind<'t>) -> Scanned<()> {
        self.remember_key()?;
        self.flow += 1;
        if self.flow > MAX_DEPTH {
            return Err(Fault::new(Reason::TooDeep, self.cursor.span_here()));
        }
        let mut chance = Chance::None;
        if self.key.is_possible() {
            self.outer_keys.push(self.key);
            if self.release.leaves_keys_open() {
                chance = Chance::Nothing;
            }
        }
        self.key = Key { chance, token: self.taken + self.queue.len(), ..Key::default() };
        self.key_allowed = true;
        self.push_sign(kind, 1);
        Ok(())
    }

    fn close_flow(&mut self, kind: TokenKind<'t>) -> Scanned<()> {
        self.forget_key()?;
        self.flow = self.flow.saturating_sub(1);
        if let Some(mut outer) = self.outer_keys.pop_if(|key| key.flow == self.flow) {
            // A fault of older releases: a bracket in which no key may begin is not awaited any more.
            outer.is_awaited &= self.release.longest_key().is_none() || self.key.token != outer.token;
            self.key = outer;
        }
        self.key_allowed = false;
        self.push_sign(kind, 1);
        Ok(())
    }

    fn flow_entry(&mut self) -> Scanned<()> {
        self.forget_key()?;
        self.key_allowed = true;
        self.push_sign(TokenKind::FlowEntry, 1);
        Ok(())
    }

    fn block_entry(&mut self) -> Scanned<()> {
        if self.flow == 0 {
            if !self.key_allowed {
                return Err(Fault::new(Reason::ItemNotAllowed, self.cursor.span_here()));
            }
            self.open_block(TokenKind::BlockSequenceStart)?;
        }
        self.forget_key()?;
        self.key_allowed = true;
        self.push_sign(TokenKind::BlockEntry, 1);
        Ok(())
    }

    /// A key with a `?` before it.
    fn explicit_key(&mut self) -> Scanned<()> {
        if self.flow == 0 {
            if !self.key_allowed {
                return Err(Fault::new(Reason::KeyNotAllowed, self.cursor.span_here()));
            }
            self.open_block(TokenKind::BlockMappingStart)?;
        }
        self.forget_key()?;
        self.key_allowed = self.flow == 0;
        self.push_sign(TokenKind::Key, 1);
        Ok(())
    }

    /// Opens a collection at the cursor, if none is open there.
    fn open_block(&mut self, kind: TokenKind<'t>) -> Scanned<()> {
        let column = self.cursor.column();
        if self.indents.column.is_none_or(|open| open < column) {
            self.indent(column)?;
            self.push(kind, self.cursor.span_since(self.cursor.at()));
        }
        Ok(())
    }

    fn indent(&mut self, column: usize) -> Scanned<()> {
        self.indents.outer.push(self.indents.column.replace(column));
        if self.indents.outer.len() > MAX_DEPTH {
            return Err(Fault::new(Reason::TooDeep, self.cursor.span_here()));
        }
        Ok(())
    }

    /// Closes the collections that stand deeper than a column.
    fn close_blocks(&mut self, column: usize) {
        while self.flow == 0 && self.indents.column.is_some_and(|open| open > column) {
            self.close_block();
        }
    }

    fn close_all_blocks(&mut self) {
        while self.flow == 0 && self.indents.column.is_some() {
            self.close_block();
        }
    }

    fn close_block(&mut self) {
        self.push(TokenKind::BlockEnd, self.cursor.span_since(self.cursor.at()));
        self.indents.column = self.indents.outer.pop().flatten();
    }

    fn cannot_start(&self) -> Fault {
        let c = self.cursor.rest().chars().next().unwrap_or_default();
        Fault::new(Reason::CannotStart(c), self.cursor.span_here())
    }
}

//! Keys without a `?`, which are known as keys only when their colon comes.

use super::{Fault, Reason, Scanned, Scanner, Token, TokenKind};
use crate::source::Span;

/// A token that may turn out to begin a key.
#[derive(Clone, Copy, Default)]
pub(super) struct Key {
    pub(super) chance: Chance,
    /// Whether its token waits in the queue until it is known to begin no key.
    pub(super) is_awaited: bool,
    /// Its number since the start of the text.
    pub(super) token: usize,
    pub(super) flow: usize,
    pub(super) at: usize,
    pub(super) column: usize,
    pub(super) line: usize,
}

/// What a token may be.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) enum Chance {
    /// No key.
    #[default]
    None,
    /// A key or none.
    Possible,
    /// A key: nothing else may stand there.
    Required,
    /// What a bracket left open, which is taken for a key of nothing on the first line.
    Nothing,
}

impl Key {
    pub(super) fn is_possible(&self) -> bool {
        self.chance != Chance::None
    }

    fn is_required(&self) -> bool {
        self.chance == Chance::Required
    }
}

impl<'t> Scanner<'t> {
    /// Whether the first token of the queue may still turn out to begin a key. The library also looks two tokens ahead of
    /// what it hands out, for its comments; so of two faults that stand close together, it names a scanner's first.
    pub(super) fn must_read_on(&self) -> bool {
        if matches!(self.queue.back(), Some(Token { kind: TokenKind::StreamEnd, .. })) {
            return false;
        }
        let outermost = self.outer_keys.first().unwrap_or(&self.key);
        self.queue.len() < 3 || outermost.is_possible() && outermost.token == self.taken
    }

    /// The same for a release that gives up keys early: it asks about the first token's own key, and once more at the end.
    #[inline(never)]
    pub(super) fn must_read_on_early(&self) -> Scanned<bool> {
        let is_at_end = matches!(self.queue.back(), Some(Token { kind: TokenKind::StreamEnd, .. }));
        if !is_at_end && self.queue.len() < 3 {
            return Ok(true);
        }
        let is_first = |key: &&Key| key.is_possible() && key.is_awaited && key.token == self.taken;
        match self.outer_keys.iter().chain([&self.key]).find(is_first) {
            None => Ok(false),
            Some(key) if is_at_end && key.is_required() => Err(self.colon_missing(key)),
            Some(key) => Ok(!is_at_end && self.may_be_key(key)?),
        }
    }

    /// Whether a colon at the cursor would make a key of what has begun. A fault where a release finds one as soon as it would
    /// not, though a key has to be there.
    fn may_be_key(&self, key: &Key) -> Scanned<bool> {
        let is_on_line = key.is_possible() && key.line == self.cursor.line();
        match self.release.longest_key() {
            None => Ok(is_on_line),
            Some(longest) if is_on_line && self.cursor.since(key.at).chars().nth(longest).is_none() => {
                Ok(true)
            }
            Some(_) if key.is_required() => Err(self.colon_missing(key)),
            Some(_) => Ok(false),
        }
    }

    /// A colon, which gives away what stands before it on its line as a key.
    pub(super) fn value(&mut self) -> Scanned<()> {
        if self.may_be_key(&self.key)? {
            let key = self.key;
            if key.chance == Chance::Nothing {
                return self.value_of_nothing();
            }
            let here = Span::new(key.at, key.at);
            self.insert(key.token, Token { kind: TokenKind::Key, span: here });
            if self.flow == 0 && self.indents.column.is_none_or(|column| column < key.column) {
                self.indent(key.column)?;
                self.insert(key.token, Token { kind: TokenKind::BlockMappingStart, span: here });
            }
            self.key = Key { chance: Chance::None, ..key };
            self.key_allowed = false;
        } else {
            if self.flow == 0 {
                if !self.key_allowed {
                    return Err(Fault::new(Reason::ValueNotAllowed, self.cursor.span_here()));
                }
                self.open_block(TokenKind::BlockMappingStart)?;
            }
            self.key_allowed = self.flow == 0;
        }
        self.push_sign(TokenKind::Value, 1);
        Ok(())
    }

    /// A colon behind a bracket that left a key open.
    fn value_of_nothing(&mut self) -> Scanned<()> {
        // Before the first token has been handed out, the key comes to stand before the text.
        if self.taken == 0 && self.queue.len() == 1 {
            return Err(Fault::new(Reason::ColonFirst, self.cursor.span_here()));
        }
        self.forget_key()?;
        self.key_allowed = false;
        self.push_sign(TokenKind::Key, 0);
        self.push_sign(TokenKind::Value, 1);
        Ok(())
    }

    /// Puts a token before the one of this number; behind all if that one is gone.
    fn insert(&mut self, number: usize, token: Token<'t>) {
        match number.checked_sub(self.taken) {
            Some(place) => self.queue.insert(place.min(self.queue.len()), token),
            None => self.queue.push_back(token),
        }
    }

    /// Notes that a key may begin at the next token.
    pub(super) fn remember_key(&mut self) -> Scanned<()> {
        if self.key_allowed {
            self.forget_key()?;
            let column = self.cursor.column();
            let is_required = self.flow == 0 && self.indents.column == Some(column);
            self.key = Key {
                chance: if is_required { Chance::Required } else { Chance::Possible },
                is_awaited: true,
                token: self.taken + self.queue.len(),
                flow: self.flow,
                at: self.cursor.at(),
                column,
                line: self.cursor.line(),
            };
        }
        Ok(())
    }

    /// Gives up the key that may have begun. Where one had to be, this is a fault.
    pub(super) fn forget_key(&mut self) -> Scanned<()> {
        if self.key.is_required() {
            return Err(self.colon_missing(&self.key));
        }
        self.key.chance = Chance::None;
        Ok(())
    }

    #[cold]
    fn colon_missing(&self, key: &Key) -> Fault {
        let line = self.cursor.since(key.at).lines().next().unwrap_or_default();
        Fault::new(Reason::ColonMissing, Span::new(key.at, key.at + line.trim_end().len()))
    }
}

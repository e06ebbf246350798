//! Lines that begin with `%`: about the document that follows.

use std::borrow::Cow;

use super::cursor::is_blank;
use super::properties::is_word;
use super::{Fault, Reason, Scanned, Scanner, TokenKind};
use crate::source::Span;

/// How many digits a number of a version may have.
const LONGEST_NUMBER: usize = 2;

impl<'t> Scanner<'t> {
    /// Reads a directive, which the cursor stands before.
    pub(super) fn directive(&mut self) -> Scanned<()> {
        self.close_all_blocks();
        self.forget_key()?;
        self.key_allowed = false;
        let start = self.cursor.at();
        self.cursor.skip(1);
        self.cursor.skip_while(is_word);
        let name = self.cursor.since(start + 1);
        if name.is_empty() {
            return Err(Fault::new(Reason::DirectiveName, self.whole_line(start)));
        }
        if !self.cursor.is_space_ahead(0) {
            return Err(Fault::new(Reason::DirectiveCharacter, self.whole_line(start)));
        }
        let kind = match name {
            "YAML" => self.version(start)?,
            "TAG" => self.tag_prefix(start)?,
            _ => return Err(Fault::new(Reason::UnknownDirective, self.cursor.span_since(start))),
        };
        let span = self.cursor.span_since(start);
        self.cursor.skip_blanks();
        if self.cursor.byte() == b'#' {
            self.cursor.skip_line();
        }
        if self.cursor.take_break().is_none() && !self.cursor.is_at_end() {
            return Err(Fault::new(Reason::DirectiveEnd, self.whole_line(start)));
        }
        self.push(kind, span);
        Ok(())
    }

    fn version(&mut self, start: usize) -> Scanned<TokenKind<'t>> {
        self.cursor.skip_blanks();
        let major = self.version_number(start)?;
        if self.cursor.byte() != b'.' {
            return Err(Fault::new(Reason::VersionDot, self.whole_line(start)));
        }
        self.cursor.skip(1);
        let minor = self.version_number(start)?;
        Ok(TokenKind::Version { major, minor })
    }

    fn version_number(&mut self, start: usize) -> Scanned<u8> {
        let digits = self.cursor.at();
        self.cursor.skip_while(|byte| byte.is_ascii_digit());
        let digits = self.cursor.since(digits);
        if digits.len() > LONGEST_NUMBER {
            return Err(Fault::new(Reason::VersionTooLong, self.whole_line(start)));
        }
        digits.parse().map_err(|_| Fault::new(Reason::VersionNumber, self.whole_line(start)))
    }

    fn tag_prefix(&mut self, start: usize) -> Scanned<TokenKind<'t>> {
        self.cursor.skip_blanks();
        let handle = self.tag_handle(start)?;
        if handle != "!" && !handle.ends_with('!') {
            return Err(Fault::new(Reason::TagHandle, self.whole_line(start)));
        }
        if !is_blank(self.cursor.byte()) {
            return Err(Fault::new(Reason::TagPrefixSpace, self.whole_line(start)));
        }
        self.cursor.skip_blanks();
        let prefix = self.tag_name(start, Cow::Borrowed(""), true)?;
        if !self.cursor.is_space_ahead(0) {
            return Err(Fault::new(Reason::TagEnd, self.whole_line(start)));
        }
        Ok(TokenKind::TagPrefix { handle, prefix })
    }

    /// From a place to the end of its line.
    fn whole_line(&mut self, start: usize) -> Span {
        self.cursor.skip_line();
        self.cursor.span_since(start)
    }
}

//! Texts in quotes.

use std::borrow::Cow;

use super::cursor::{Cursor, is_blank, may_break};
use super::plain::Gap;
use super::{Fault, Reason, Scanned, Scanner, TokenKind};
use crate::source::Span;
use crate::yaml::Style;

impl Scanner<'_> {
    /// Reads a text in quotes, which the cursor stands before.
    pub(super) fn quoted(&mut self, style: Style) -> Scanned<()> {
        self.remember_key()?;
        self.key_allowed = false;
        let start = self.cursor.at();
        let text = self.cursor.quoted()?;
        self.push(TokenKind::Scalar { text, style }, self.cursor.span_since(start));
        Ok(())
    }
}

impl<'t> Cursor<'t> {
    /// Reads a text in quotes, which the cursor stands before, with its quotes.
    pub(in crate::yaml) fn quoted(&mut self) -> Scanned<Cow<'t, str>> {
        let start = self.at();
        let quote = self.byte();
        self.skip(1);
        let text = self.quoted_text(start, quote)?;
        self.skip(1);
        Ok(text)
    }

    /// Reads up to the quote that ends the text.
    fn quoted_text(&mut self, start: usize, quote: u8) -> Scanned<Cow<'t, str>> {
        let first = self.at();
        self.skip_while(|byte| is_as_it_is(byte, quote) || is_blank(byte));
        let line = self.since(first);
        if self.ends_quoted(quote) {
            return Ok(Cow::Borrowed(line));
        }
        let mut text = line.trim_end_matches([' ', '\t']).to_owned();
        let mut end = first + text.len();
        let mut gap = Gap::default();
        loop {
            self.skip_blanks();
            while let Some(line_break) = self.take_break() {
                gap.line(line_break);
                self.skip_blanks();
            }
            if gap.is_broken() {
                gap.fold(&mut text);
            } else {
                text.push_str(self.since(end));
            }
            if self.document_mark().is_some() {
                return Err(fault(Reason::DocumentMarkInQuotes, self.span_here(), start));
            }
            if self.is_at_end() {
                return Err(Fault::new(Reason::QuoteOpen, Span::new(start, start + 1)));
            }
            self.quoted_piece(&mut text, &mut gap, start, quote)?;
            if self.ends_quoted(quote) {
                return Ok(Cow::Owned(text));
            }
            end = self.at();
        }
    }

    /// Reads up to a blank, a line break, the end or the quote that ends the text.
    fn quoted_piece(&mut self, text: &mut String, gap: &mut Gap, start: usize, quote: u8) -> Scanned<()> {
        loop {
            let piece = self.at();
            self.skip_while(|byte| is_as_it_is(byte, quote));
            text.push_str(self.since(piece));
            match self.byte() {
                b'\'' if quote == b'\'' && self.ahead(1) == b'\'' => {
                    text.push('\'');
                    self.skip(2);
                }
                b'\\' if quote == b'"' && self.is_break_ahead(1) => {
                    self.skip(1);
                    self.take_break();
                    gap.join();
                    return Ok(());
                }
                b'\\' if quote == b'"' => self.escape(text, start)?,
                byte if may_break(byte) && self.line_break().is_none() => {
                    // The first byte of a character that breaks no line.
                    let c = self.rest().chars().next().unwrap_or_default();
                    text.push(c);
                    self.skip(c.len_utf8());
                }
                _ => return Ok(()),
            }
        }
    }

    /// Reads an escape of double quotes.
    fn escape(&mut self, text: &mut String, start: usize) -> Scanned<()> {
        let here = self.at();
        let code = self.ahead(1);
        let c = match code {
            b'0' => '\0',
            b'a' => '\x07',
            b'b' => '\x08',
            b't' | b'\t' => '\t',
            b'n' => '\n',
            b'v' => '\x0b',
            b'f' => '\x0c',
            b'r' => '\r',
            b'e' => '\x1b',
            b' ' => ' ',
            b'"' => '"',
            b'\'' => '\'',
            b'\\' => '\\',
            b'N' => '\u{85}',
            b'_' => '\u{a0}',
            b'L' => '\u{2028}',
            b'P' => '\u{2029}',
            b'x' => return self.numbered(text, 2, start),
            b'u' => return self.numbered(text, 4, start),
            b'U' => return self.numbered(text, 8, start),
            _ => {
                let shown = self.rest().chars().take(2).map(char::len_utf8).sum::<usize>();
                let span = Span::new(here, here + shown);
                return Err(fault(Reason::UnknownEscape, span, start));
            }
        };
        text.push(c);
        self.skip(2);
        Ok(())
    }

    /// Reads an escape that names a character by its number, in so many digits.
    fn numbered(&mut self, text: &mut String, digits: usize, start: usize) -> Scanned<()> {
        let span = Span::new(self.at(), self.at() + 2);
        let number = self.rest().get(2..2 + digits);
        let number = number
            .filter(|number| number.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|number| u32::from_str_radix(number, 16).ok());
        let Some(number) = number else {
            return Err(fault(Reason::NoHexNumber, span, start));
        };
        let Some(c) = char::from_u32(number) else {
            let span = Span::new(span.start, span.end + digits);
            return Err(fault(Reason::NoCharacter, span, start));
        };
        text.push(c);
        self.skip(2 + digits);
        Ok(())
    }

    fn ends_quoted(&self, quote: u8) -> bool {
        self.byte() == quote && !(quote == b'\'' && self.ahead(1) == b'\'')
    }
}

fn fault(reason: Reason, span: Span, start: usize) -> Fault {
    Fault::new(reason, span).in_what_began(Span::new(start, start + 1), "the quotes begin here")
}

/// Whether a byte inside of quotes stands for itself, wherever it stands.
fn is_as_it_is(byte: u8, quote: u8) -> bool {
    byte != quote && !is_blank(byte) && !may_break(byte) && (byte != b'\\' || quote == b'\'')
}

//! What may stand before a value: anchors and tags; and aliases, which stand for one.

use std::borrow::Cow;

use super::{Fault, Reason, Scanned, Scanner, TokenKind};
use crate::source::Span;

impl<'t> Scanner<'t> {
    /// Reads an anchor or an alias, which the cursor stands before.
    pub(super) fn anchor(&mut self, kind: fn(&'t str) -> TokenKind<'t>) -> Scanned<()> {
        self.remember_key()?;
        self.key_allowed = false;
        let start = self.cursor.at();
        self.cursor.skip(1);
        if self.release.takes_signs_in_anchors() {
            self.cursor.skip_while(|byte| byte.is_ascii_graphic() && !b":[]{},".contains(&byte));
        } else {
            self.cursor.skip_while(is_word);
        }
        let name = self.cursor.since(start + 1);
        let ends = self.cursor.is_space_ahead(0) || b"?:,]}%@`".contains(&self.cursor.byte());
        if name.is_empty() || !ends {
            let span = Span::new(start, self.cursor.span_here().end);
            return Err(Fault::new(Reason::AnchorName, span));
        }
        self.push(kind(name), self.cursor.span_since(start));
        Ok(())
    }

    /// Reads a tag, which the cursor stands before.
    pub(super) fn tag(&mut self) -> Scanned<()> {
        self.remember_key()?;
        self.key_allowed = false;
        let start = self.cursor.at();
        let (handle, suffix) = if self.cursor.ahead(1) == b'<' {
            self.cursor.skip(2);
            let name = self.tag_name(start, Cow::Borrowed(""), true)?;
            if self.cursor.byte() != b'>' {
                return Err(Fault::new(Reason::TagOpen, self.cursor.span_since(start)));
            }
            self.cursor.skip(1);
            ("", name)
        } else {
            let handle = self.tag_handle(start)?;
            if handle.len() > 1 && handle.ends_with('!') {
                let name = self.tag_name(start, Cow::Borrowed(""), false)?;
                if name.is_empty() {
                    return Err(Fault::new(Reason::TagEmpty, self.cursor.span_since(start)));
                }
                (handle, name)
            } else {
                // What looked like a handle is the start of the name.
                let head = handle.strip_prefix('!').unwrap_or(handle);
                match self.tag_name(start, Cow::Borrowed(head), false)? {
                    name if name.is_empty() => ("", Cow::Borrowed("!")),
                    name => ("!", name),
                }
            }
        };
        if !self.cursor.is_space_ahead(0) {
            return Err(Fault::new(Reason::TagEnd, self.cursor.span_since(start)));
        }
        self.push(TokenKind::Tag { handle, suffix }, self.cursor.span_since(start));
        Ok(())
    }

    /// Reads `!`, `!!` or `!name!`; also `!name`, which is no handle.
    pub(super) fn tag_handle(&mut self, start: usize) -> Scanned<&'t str> {
        let handle = self.cursor.at();
        if self.cursor.byte() != b'!' {
            return Err(Fault::new(Reason::TagHandle, self.cursor.span_since(start)));
        }
        self.cursor.skip(1);
        self.cursor.skip_while(is_word);
        if self.cursor.byte() == b'!' {
            self.cursor.skip(1);
        }
        Ok(self.cursor.since(handle))
    }

    /// Reads the name of a tag, of which `head` has been read.
    pub(super) fn tag_name(
        &mut self,
        start: usize,
        head: Cow<'t, str>,
        is_verbatim: bool,
    ) -> Scanned<Cow<'t, str>> {
        let mut name = head;
        let bounds = self.release.bounds_short_tags();
        let more: &[u8] = match (bounds, is_verbatim) {
            (true, true) => b",[]{}",
            (true, false) => b"",
            (false, _) => b",[]",
        };
        loop {
            let piece = self.cursor.at();
            self.cursor.skip_while(|byte| is_of_tag(byte) || more.contains(&byte));
            match (name.is_empty(), self.cursor.since(piece)) {
                (_, "") => {}
                (true, piece) => name = Cow::Borrowed(piece),
                (false, piece) => name.to_mut().push_str(piece),
            }
            if self.cursor.byte() != b'%' {
                break;
            }
            name.to_mut().push(self.escaped_in_tag(start)?);
        }
        let next = self.cursor.byte();
        if bounds && !is_verbatim && next.is_ascii_graphic() {
            return Err(Fault::new(Reason::TagCharacter(next.into()), self.cursor.span_since(start)));
        }
        if is_verbatim && name.is_empty() {
            return Err(Fault::new(Reason::TagEmpty, self.cursor.span_since(start)));
        }
        Ok(name)
    }

    /// Reads a character of which each byte is written as `%` and two digits.
    fn escaped_in_tag(&mut self, start: usize) -> Scanned<char> {
        let mut bytes = [0; 4];
        let mut wanted = 1;
        let mut count = 0;
        while count < wanted {
            let digits = self.cursor.rest().get(1..3).filter(|_| self.cursor.byte() == b'%');
            let digits = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
            let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) else {
                return Err(Fault::new(Reason::TagEscape, self.cursor.span_since(start)));
            };
            if count == 0 {
                wanted = byte.leading_ones().clamp(1, 4) as usize;
            }
            if let Some(place) = bytes.get_mut(count) {
                *place = byte;
            }
            count += 1;
            self.cursor.skip(3);
        }
        let read = bytes.get(..count).and_then(|bytes| std::str::from_utf8(bytes).ok());
        read.and_then(|text| text.chars().next())
            .ok_or_else(|| Fault::new(Reason::TagEscapeNotUtf8, self.cursor.span_since(start)))
    }
}

/// What the names of handles and directives are made of.
pub(super) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

/// Whether a byte stands for itself in every tag.
fn is_of_tag(byte: u8) -> bool {
    is_word(byte) || b";/?:@&=+$.!~*'()".contains(&byte)
}

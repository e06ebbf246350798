//! What separates tokens: blanks, comments and line breaks.

use super::cursor::{Cursor, is_blank};

impl Cursor<'_> {
    /// Goes over blanks, comments and line breaks. Behind a line break a key or an item may begin, unless brackets are open.
    pub(in crate::yaml) fn skip_to_token(&mut self, key_allowed: &mut bool, in_flow: bool) {
        loop {
            // A tab is a blank only where no key or item can begin.
            if in_flow || !*key_allowed {
                self.skip_blanks();
            } else {
                self.skip_while(|byte| byte == b' ');
            }
            if self.byte() == b'#' {
                self.skip_comments();
            }
            if self.take_break().is_none() {
                return;
            }
            if !in_flow {
                *key_allowed = true;
            }
        }
    }

    /// Goes to the end of a comment, or of the last of several: between them tabs are blanks everywhere.
    fn skip_comments(&mut self) {
        /// How far the library looks for a next comment.
        const SIGHT: usize = 512;

        loop {
            self.skip_line();
            let between = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
            let blanks = self.rest().bytes().take(SIGHT).take_while(between).count();
            if self.ahead(blanks) != b'#' || blanks >= SIGHT {
                return;
            }
            while self.byte() != b'#' {
                if self.take_break().is_none() {
                    self.skip(1);
                }
            }
        }
    }

    /// Goes over a comment on the line of the token that was read last, behind tabs, too.
    pub(in crate::yaml) fn skip_comment_behind(&mut self) {
        let blanks = self.rest().bytes().take_while(|byte| is_blank(*byte)).count();
        if self.ahead(blanks) == b'#' {
            self.skip_line();
        }
    }
}

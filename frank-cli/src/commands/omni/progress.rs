//! How far long work is.

use std::io::{self, IsTerminal as _};

use crate::failure::Failure;
use crate::terminal;

/// A line on standard error that counts what is done. It is shown on terminals only, and gone at the end.
pub(super) struct Progress {
    what: &'static str,
    total: usize,
    done: usize,
    is_shown: bool,
}

impl Progress {
    /// `what` is what is done to each of so many.
    pub(super) fn new(what: &'static str, total: usize) -> Self {
        Self { what, total, done: 0, is_shown: total > 1 && io::stderr().is_terminal() }
    }

    /// One more is done.
    pub(super) fn step(&mut self) {
        self.done += 1;
        self.show();
    }

    /// Writes a result, above the line.
    pub(super) fn print(&self, text: &str) -> Result<(), Failure> {
        self.clear();
        terminal::print(text)?;
        self.show();
        Ok(())
    }

    /// Says something that is no result, above the line.
    pub(super) fn tell(&self, text: &str) {
        self.clear();
        terminal::tell(text);
        self.show();
    }

    fn show(&self) {
        if self.is_shown {
            terminal::tell(&format!("\r{} {}/{}", self.what, self.done, self.total));
        }
    }

    fn clear(&self) {
        if self.is_shown {
            terminal::tell("\r\u{1b}[2K");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

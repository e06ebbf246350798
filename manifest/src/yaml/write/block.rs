//! Lists and mappings, one entry a line.

use super::go::{self, Release, Room};
use super::quote::is_ordinary;
use super::{Layout, Quoting, Sequences, number, safe, spaces};

/// The text of a document, as far as it has been written.
pub(super) struct Writer<'l> {
    out: String,
    layout: &'l Layout,
}

/// Where the next value is to stand.
#[derive(Clone, Copy)]
pub(super) enum At {
    /// It is the document.
    Root,
    /// Behind the colon of a key that stands at `indent`.
    Key {
        /// Where its key stands.
        indent: usize,
        /// Whether the colon stands alone, because the key was too long for one line with its value.
        alone: bool,
    },
    /// Behind the `- ` of an item that stands at `indent`.
    Item {
        /// Where the `-` stands.
        indent: usize,
    },
}

/// A scalar that is no text.
#[derive(Clone, Copy)]
pub(super) enum Word {
    Null,
    Bool(bool),
    Int(i64),
    UInt(u64),
    Float(f64),
    EmptySequence,
    EmptyMapping,
}

/// Longest key, in bytes as written, that stands on one line with its value. Readers give up at 1024.
const LONGEST_KEY: usize = 1000;

/// What stands before a key with lines of its own.
const LONG_KEY: &str = "? ";

impl<'l> Writer<'l> {
    pub(super) fn new(layout: &'l Layout) -> Self {
        Self { out: String::new(), layout }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Goes to where the first entry of a mapping starts, and returns the indent of all of them.
    pub(super) fn open_mapping(&mut self, at: At) -> usize {
        match at {
            At::Root => 0,
            At::Key { indent, alone } => self.line_feed(indent, alone, self.deeper(indent)),
            At::Item { indent } => indent + 2,
        }
    }

    /// Goes to where the first item of a list starts, and returns the indent of all of them.
    pub(super) fn open_sequence(&mut self, at: At) -> usize {
        match (at, self.layout.sequences) {
            (At::Key { indent, alone }, Sequences::Flush) => self.line_feed(indent, alone, indent),
            _ => self.open_mapping(at),
        }
    }

    /// Goes to where an entry or item starts that is not the first one.
    pub(super) fn next(&mut self, indent: usize) {
        self.spaces(indent);
    }

    /// Writes a key up to its colon. A key that is too long for one line with its value gets lines of its own.
    pub(super) fn key(&mut self, key: &str, indent: usize) -> At {
        let start = self.out.len();
        let alone = match Release::of(self.layout.quoting) {
            None => {
                safe::key(&mut self.out, key);
                let is_long = self.out.len() - start > LONGEST_KEY;
                if is_long {
                    self.out.insert_str(start, LONG_KEY);
                }
                is_long
            }
            // Nearly all keys: fields have such names.
            Some(_) if is_ordinary(key) && !go::is_long(key) => {
                self.out.push_str(key);
                false
            }
            Some(release) => {
                let is_long = go::is_long_key(key);
                if is_long {
                    self.out.push_str(LONG_KEY);
                }
                let room = Room { indent: self.deeper(indent), step: self.layout.indent, folds: is_long };
                go::text(&mut self.out, key, room, release);
                is_long
            }
        };
        if alone {
            self.end_line();
            self.spaces(indent);
        }
        self.out.push(':');
        At::Key { indent, alone }
    }

    /// Writes a key as it stands, and its colon.
    pub(super) fn bare_key(&mut self, key: &str, indent: usize) -> At {
        self.out.push_str(key);
        self.out.push(':');
        At::Key { indent, alone: false }
    }

    /// Writes the mark of an item.
    pub(super) fn item(&mut self, indent: usize) -> At {
        self.out.push_str("- ");
        At::Item { indent }
    }

    /// Writes a text and ends the line.
    pub(super) fn text(&mut self, text: &str, at: At) {
        let indent = match at {
            At::Root => self.layout.indent,
            At::Key { indent, .. } => self.deeper(indent),
            At::Item { indent } => indent + 2,
        };
        self.space(at);
        match Release::of(self.layout.quoting) {
            None => safe::value(&mut self.out, text, indent),
            Some(release) => {
                let room = Room { indent, step: self.layout.indent, folds: true };
                go::text(&mut self.out, text, room, release);
            }
        }
        self.end_line();
    }

    /// Writes a scalar as it stands and ends the line.
    pub(super) fn bare(&mut self, scalar: &str, at: At) {
        self.space(at);
        self.out.push_str(scalar);
        self.end_line();
    }

    /// Writes a scalar that is no text and ends the line.
    pub(super) fn word(&mut self, word: Word, at: At) {
        self.space(at);
        match word {
            Word::Null => self.out.push_str("null"),
            Word::Bool(value) => self.out.push_str(if value { "true" } else { "false" }),
            Word::Int(number) => self.out.push_str(&number.to_string()),
            Word::UInt(number) => self.out.push_str(&number.to_string()),
            Word::Float(number) => self.out.push_str(&match self.layout.quoting {
                Quoting::Safe => number::safe(number),
                Quoting::Go(_) | Quoting::GoV2 => number::go(number),
            }),
            Word::EmptySequence => self.out.push_str("[]"),
            Word::EmptyMapping => self.out.push_str("{}"),
        }
        self.end_line();
    }

    fn deeper(&self, indent: usize) -> usize {
        // To the next multiple: what stands behind `- ` comes back to the grid of the levels, as Go writes it.
        (indent / self.layout.indent + 1) * self.layout.indent
    }

    /// Goes to where a block starts: on the line of a colon that stands alone, else on the next one.
    fn line_feed(&mut self, key: usize, alone: bool, indent: usize) -> usize {
        if alone && indent > key + 1 {
            self.spaces(indent - key - 1);
        } else {
            self.out.push('\n');
            self.spaces(indent);
        }
        indent
    }

    fn space(&mut self, at: At) {
        if matches!(at, At::Key { .. }) {
            self.out.push(' ');
        }
    }

    fn end_line(&mut self) {
        if !self.out.ends_with(go::is_break) {
            self.out.push('\n');
        }
    }

    fn spaces(&mut self, count: usize) {
        spaces(&mut self.out, count);
    }
}

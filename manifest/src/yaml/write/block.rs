//! Lists and mappings, one entry a line.

use super::{Layout, Quoting, Sequences, go, number, safe};
use crate::value::{Map, Value};

/// Writes a document. The value is one that `to_value` made, so its depth is limited.
pub(super) fn document(value: &Value, layout: &Layout) -> String {
    let mut writer = Writer { out: String::new(), layout };
    match value {
        Value::Mapping(map) if !map.is_empty() => writer.mapping(map, 0),
        Value::Sequence(items) if !items.is_empty() => writer.sequence(items, 0),
        _ => writer.scalar(value, layout.indent),
    }
    writer.out
}

/// Longest key, in bytes as written, that stands on one line with its value. Readers give up at 1024.
const LONGEST_KEY: usize = 1000;

struct Writer<'l> {
    out: String,
    layout: &'l Layout,
}

impl Writer<'_> {
    /// Writes the entries; the first one starts where the writer is, the others at `indent`.
    fn mapping(&mut self, map: &Map, indent: usize) {
        for (index, (key, value)) in map.iter().enumerate() {
            if index > 0 {
                self.spaces(indent);
            }
            let column = self.key(key, indent);
            match value {
                Value::Mapping(map) if !map.is_empty() => {
                    let inner = self.deeper(indent);
                    self.line_feed(column, inner);
                    self.mapping(map, inner);
                }
                Value::Sequence(items) if !items.is_empty() => {
                    let inner = match self.layout.sequences {
                        Sequences::Indented => self.deeper(indent),
                        Sequences::Flush => indent,
                    };
                    self.line_feed(column, inner);
                    self.sequence(items, inner);
                }
                _ => {
                    self.out.push(' ');
                    self.scalar(value, self.deeper(indent));
                }
            }
        }
    }

    /// Writes the items; the first one starts where the writer is, the others at `indent`.
    fn sequence(&mut self, items: &[Value], indent: usize) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.spaces(indent);
            }
            self.out.push_str("- ");
            match item {
                Value::Mapping(map) if !map.is_empty() => self.mapping(map, indent + 2),
                Value::Sequence(items) if !items.is_empty() => self.sequence(items, indent + 2),
                _ => self.scalar(item, indent + 2),
            }
        }
    }

    /// Writes a key up to its colon. A key that is too long for one line with its value gets lines of its own;
    /// then the column behind the colon is returned, from which the value may start.
    fn key(&mut self, key: &str, indent: usize) -> Option<usize> {
        let start = self.out.len();
        let inner = self.deeper(indent);
        let own_line = match self.layout.quoting {
            Quoting::Safe => {
                safe::key(&mut self.out, key);
                self.out.len() - start > LONGEST_KEY
            }
            Quoting::Go(release) => {
                go::text(&mut self.out, key, inner, self.layout.indent, release);
                go::is_long_key(key)
            }
        };
        if own_line {
            self.out.insert_str(start, "? ");
            if !self.out.ends_with(go::is_break) {
                self.out.push('\n');
            }
            self.spaces(indent);
        }
        self.out.push(':');
        own_line.then_some(indent + 1)
    }

    /// Writes what fits on one line, or a block text whose lines stand at `indent`, and ends the line.
    fn scalar(&mut self, value: &Value, indent: usize) {
        match value {
            Value::Null => self.out.push_str("null"),
            Value::Bool(value) => self.out.push_str(if *value { "true" } else { "false" }),
            Value::Int(number) => self.out.push_str(&number.to_string()),
            Value::UInt(number) => self.out.push_str(&number.to_string()),
            Value::Float(number) => self.out.push_str(&match self.layout.quoting {
                Quoting::Safe => number::safe(*number),
                Quoting::Go(_) => number::go(*number),
            }),
            Value::String(text) => match self.layout.quoting {
                Quoting::Safe => safe::value(&mut self.out, text, indent),
                Quoting::Go(release) => go::text(&mut self.out, text, indent, self.layout.indent, release),
            },
            Value::Sequence(_) => self.out.push_str("[]"),
            Value::Mapping(_) => self.out.push_str("{}"),
        }
        if !self.out.ends_with(go::is_break) {
            self.out.push('\n');
        }
    }

    fn deeper(&self, indent: usize) -> usize {
        // To the next multiple: what stands behind `- ` comes back to the grid of the levels, as Go writes it.
        (indent / self.layout.indent + 1) * self.layout.indent
    }

    /// Goes to where a block starts: on the line of a colon that stands alone, else on the next one.
    fn line_feed(&mut self, column: Option<usize>, indent: usize) {
        match column.and_then(|column| indent.checked_sub(column)) {
            Some(gap) if gap > 0 => self.spaces(gap),
            _ => {
                self.out.push('\n');
                self.spaces(indent);
            }
        }
    }

    fn spaces(&mut self, count: usize) {
        self.out.extend(std::iter::repeat_n(' ', count));
    }
}

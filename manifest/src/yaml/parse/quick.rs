//! The short way from text to trees, for what nearly all texts are made of.
//!
//! Tokens, and the queue in which they wait until they are known to be keys, are needed for what YAML allows beyond blocks
//! of keys, items and texts. Here each line becomes nodes as soon as it is read, at half the cost. Whatever is not
//! certain to be read alike by [`Parser`](super::Parser) is left to it, from the start of the text: anchors, tags,
//! directives, keys that are no texts, whatever releases of the library tell apart, and all that is wrong.

use super::MAX_DEPTH;
use crate::source::Span;
use crate::yaml::GoYaml;
use crate::yaml::node::{Entry, Kind, Node, Style};
use crate::yaml::scan::{Cursor, Plain};

/// Reads all documents of a stream; nothing when the long way has to be gone.
pub(super) fn stream(text: &str, release: GoYaml) -> Option<Vec<Node>> {
    let cursor = Cursor::new(text);
    let (items, entries) = (Vec::new(), Vec::new());
    Quick { cursor, release, items, entries, depth: 0, flow: 0, end: 0, key_allowed: true }.stream()
}

struct Quick<'t> {
    cursor: Cursor<'t>,
    release: GoYaml,
    /// The items of all open lists; those of a list that closes are the last, and get a list of just their length.
    items: Vec<Node>,
    /// The entries of all open mappings, likewise.
    entries: Vec<Entry>,
    /// How many collections are open.
    depth: usize,
    /// How many of them have brackets or braces.
    flow: usize,
    /// Where the last sign or text ended; a value that is left out stands there.
    end: usize,
    /// Whether a key or an item may begin at the cursor: it is the first on its line, or stands behind the sign of an item.
    key_allowed: bool,
}

impl Quick<'_> {
    fn stream(mut self) -> Option<Vec<Node>> {
        let mut roots = Vec::new();
        loop {
            self.skip_to_token();
            if self.cursor.is_at_end() {
                return Some(roots);
            }
            match self.cursor.document_mark() {
                Some(b'-') => self.document_start()?,
                // Only the first document may begin without a sign.
                None if roots.is_empty() => {}
                _ => return None,
            }
            roots.push(if self.column().is_some() { self.block(None)? } else { self.absent() });
        }
    }

    /// Reads a `---` that stands alone on its line.
    fn document_start(&mut self) -> Option<()> {
        self.take_sign(3);
        self.skip_to_token();
        self.is_line_over()
    }

    /// Reads a value that is the first on its line, or stands behind the sign of an item, in a collection that begins at a column.
    fn block(&mut self, outer: Option<usize>) -> Option<Node> {
        let column = self.cursor.column();
        if self.is_item() {
            return self.sequence(column);
        }
        let begin = self.begin();
        let value = self.value(outer)?;
        if self.is_key(&value, begin)? {
            return self.mapping(column, value);
        }
        self.end_line()?;
        Some(value)
    }

    /// Reads a list whose items stand at a column.
    fn sequence(&mut self, column: usize) -> Option<Node> {
        let start = self.cursor.at();
        self.open()?;
        let first = self.items.len();
        while self.column() == Some(column) && self.is_item() {
            self.take_sign(1);
            self.key_allowed = true;
            self.skip_to_token();
            let has_value = self.column().is_some_and(|value| value > column);
            let item = if has_value { self.block(Some(column))? } else { self.absent() };
            self.items.push(item);
        }
        let items = self.items.split_off(first);
        Some(self.close(Kind::Sequence(items), start))
    }

    /// Reads a mapping whose keys stand at a column, from the colon behind its first key.
    fn mapping(&mut self, column: usize, first: Node) -> Option<Node> {
        let start = first.span.start;
        self.open()?;
        let outer = self.entries.len();
        let mut key = first;
        loop {
            let value = self.entry_value(column)?;
            self.entries.push(Entry { key, value });
            if self.column() != Some(column) {
                let entries = self.entries.split_off(outer);
                return Some(self.close(Kind::Mapping(entries), start));
            }
            let begin = self.begin();
            key = self.text(Some(column))?;
            if !self.is_key(&key, begin)? {
                return None;
            }
        }
    }

    /// Reads what stands behind a colon: on its line, below it, or nothing.
    fn entry_value(&mut self, column: usize) -> Option<Node> {
        self.take_sign(1);
        self.cursor.skip_comment_behind();
        self.skip_to_token();
        if !self.key_allowed && !self.cursor.is_at_end() {
            let value = self.value(Some(column))?;
            self.end_line()?;
            return Some(value);
        }
        match self.column() {
            Some(value) if value > column => self.block(Some(column)),
            // A list need not be indented.
            Some(value) if value == column && self.is_item() => self.sequence(column),
            _ => Some(self.absent()),
        }
    }

    /// Reads a value that is no block of keys or items.
    fn value(&mut self, outer: Option<usize>) -> Option<Node> {
        match self.cursor.byte() {
            b'[' => self.flow_sequence(outer),
            b'{' => self.flow_mapping(outer),
            b'|' if self.flow == 0 => self.block_scalar(Style::Literal, outer),
            b'>' if self.flow == 0 => self.block_scalar(Style::Folded, outer),
            _ => self.text(outer),
        }
    }

    fn flow_sequence(&mut self, outer: Option<usize>) -> Option<Node> {
        let start = self.open_flow()?;
        let first = self.items.len();
        while !self.ends_flow(b']')? {
            let item = self.value(outer)?;
            self.items.push(item);
            self.end_flow_item(b']')?;
        }
        let items = self.items.split_off(first);
        Some(self.close_flow(Kind::Sequence(items), start))
    }

    fn flow_mapping(&mut self, outer: Option<usize>) -> Option<Node> {
        let start = self.open_flow()?;
        let first = self.entries.len();
        while !self.ends_flow(b'}')? {
            let begin = self.begin();
            let key = self.text(outer)?;
            if !self.is_key(&key, begin)? {
                return None;
            }
            self.take_sign(1);
            if self.ends_flow(b'}')? {
                return None;
            }
            let value = self.value(outer)?;
            self.entries.push(Entry { key, value });
            self.end_flow_item(b'}')?;
        }
        let entries = self.entries.split_off(first);
        Some(self.close_flow(Kind::Mapping(entries), start))
    }

    fn block_scalar(&mut self, style: Style, outer: Option<usize>) -> Option<Node> {
        let (text, span) = self.cursor.block_scalar(style, outer, self.release).ok()?;
        self.key_allowed = true;
        if span.start < span.end {
            self.end = span.end;
        }
        Some(Node::scalar(text, style, span))
    }

    /// Reads a text in quotes or without any.
    fn text(&mut self, outer: Option<usize>) -> Option<Node> {
        let start = self.cursor.at();
        let (text, span, style) = match self.cursor.byte() {
            quote @ (b'\'' | b'"') => {
                let text = self.cursor.quoted().ok()?;
                self.key_allowed = false;
                let style = if quote == b'"' { Style::DoubleQuoted } else { Style::SingleQuoted };
                (text, self.cursor.span_since(start), style)
            }
            _ if self.cursor.begins_plain() && !self.is_item() => {
                let Plain { text, span, goes_on_below } =
                    self.cursor.plain(outer, self.flow > 0, self.release).ok()?;
                // In brackets, releases differ about these.
                if self.flow > 0 && (text.starts_with(':') || text.ends_with(':') || text.contains('?')) {
                    return None;
                }
                self.key_allowed = goes_on_below;
                (text, span, Style::Plain)
            }
            _ => return None,
        };
        self.end = span.end;
        Some(Node::scalar(text, style, span))
    }

    /// Whether a text that has just been read is a key: its colon follows it on the line where it began. Nothing when the
    /// releases of the library may differ about that.
    fn is_key(&self, value: &Node, begin: Begin) -> Option<bool> {
        /// How long a key may be in each release, in bytes.
        const LONGEST: usize = 1024;

        let Kind::Scalar(scalar) = &value.kind else { return Some(false) };
        if self.cursor.byte() != b':' || self.key_allowed {
            return Some(false);
        }
        let ends = self.cursor.is_space_ahead(1) || self.flow > 0 && !scalar.is_plain();
        let is_certain = ends && self.cursor.line() == begin.line && self.cursor.at() - begin.at <= LONGEST;
        is_certain.then_some(true)
    }

    fn begin(&self) -> Begin {
        Begin { at: self.cursor.at(), line: self.cursor.line() }
    }

    /// The column of the next value, key or item, of which it is the first on its line or in an item; none at the end of a document.
    fn column(&self) -> Option<usize> {
        let is_over = self.cursor.is_at_end() || self.cursor.document_mark().is_some();
        (!is_over).then(|| self.cursor.column())
    }

    /// Whether an item of a block begins at the cursor.
    fn is_item(&self) -> bool {
        self.cursor.byte() == b'-' && self.cursor.is_space_ahead(1)
    }

    fn skip_to_token(&mut self) {
        self.cursor.skip_to_token(&mut self.key_allowed, self.flow > 0);
    }

    /// Goes over so many bytes of a sign.
    fn take_sign(&mut self, length: usize) {
        self.cursor.skip(length);
        self.end = self.cursor.at();
        self.key_allowed = false;
    }

    /// Goes to the next line, on which nothing else may stand than what has been read.
    fn end_line(&mut self) -> Option<()> {
        if !self.key_allowed {
            self.cursor.skip_comment_behind();
        }
        self.skip_to_token();
        self.is_line_over()
    }

    fn is_line_over(&self) -> Option<()> {
        (self.key_allowed || self.cursor.is_at_end()).then_some(())
    }

    /// Opens a bracket or brace.
    fn open_flow(&mut self) -> Option<usize> {
        let start = self.cursor.at();
        self.open()?;
        self.flow += 1;
        self.take_sign(1);
        Some(start)
    }

    /// Goes to the next token; says whether it is the one that closes. Nothing when a document ends there.
    fn ends_flow(&mut self, closing: u8) -> Option<bool> {
        self.skip_to_token();
        self.cursor.document_mark().is_none().then(|| self.cursor.byte() == closing)
    }

    /// Reads the comma behind an item, which none may lack but the last.
    fn end_flow_item(&mut self, closing: u8) -> Option<()> {
        if !self.ends_flow(closing)? {
            if self.cursor.byte() != b',' {
                return None;
            }
            self.take_sign(1);
        }
        Some(())
    }

    fn close_flow(&mut self, kind: Kind, start: usize) -> Node {
        self.flow -= 1;
        self.take_sign(1);
        self.close(kind, start)
    }

    fn open(&mut self) -> Option<()> {
        self.depth += 1;
        (self.depth <= MAX_DEPTH).then_some(())
    }

    fn close(&mut self, kind: Kind, start: usize) -> Node {
        self.depth -= 1;
        Node { kind, tag: None, span: Span::new(start, self.end) }
    }

    /// A value that is left out.
    fn absent(&self) -> Node {
        Node::absent(self.end)
    }
}

/// Where a text began that may be a key.
#[derive(Clone, Copy)]
struct Begin {
    at: usize,
    line: usize,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::stream;
    use crate::yaml::GoYaml;
    use crate::yaml::node::Node;
    use crate::yaml::parse::{Parser, control_character};

    const RELEASES: [GoYaml; 4] = [GoYaml::V3, GoYaml::V4Rc3, GoYaml::V4Rc4, GoYaml::V4Rc6];

    fn long_way(text: &str, release: GoYaml) -> Option<Vec<Node>> {
        Parser::new(text, release).stream().ok()
    }

    /// What lines are made of: usual things and odd ones.
    const PIECES: [&str; 64] = [
        "a: ",
        "b: ",
        "c:",
        "key:",
        "\"d\": ",
        "'e': ",
        "\"f\":",
        "a : ",
        "a b: ",
        "- ",
        "-",
        "- - ",
        "\n",
        "\n",
        "\n",
        "\n  ",
        "\n  ",
        "\n    ",
        "\n   ",
        "\n\n",
        "\n- ",
        "\n  - ",
        "\na: ",
        "\n  b: ",
        "\n    c: ",
        " ",
        "  ",
        "\t",
        "x",
        "x y",
        "1.5",
        "-1",
        "http://h:80/",
        "fd00::1",
        "::",
        "'it''s'",
        "\"q\\n\"",
        "\"two\n lines\"",
        "'",
        "\"",
        "[",
        "]",
        "{",
        "}",
        ", ",
        ",",
        "[a, b]",
        "{a: b}",
        "{\"a\":1}",
        "[]",
        "{}",
        "|\n",
        "|-\n  ",
        ">2+\n   ",
        "# c",
        " # d\n",
        "\n\t# e\n",
        "---\n",
        "\n---",
        "...\n",
        "?",
        "&g *g",
        "!t ",
        "é\u{85}\u{2028}%",
    ];

    fn lines() -> impl Strategy<Value = String> {
        prop::collection::vec(select(PIECES.to_vec()), 0..14).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4096, ..ProptestConfig::default() })]

        #[test]
        fn both_ways_lead_to_the_same_trees(text in lines()) {
            for release in RELEASES {
                if control_character(&text, release).is_none() && let Some(roots) = stream(&text, release) {
                    prop_assert_eq!(Some(roots), long_way(&text, release), "{:?}", release);
                }
            }
        }
    }

    #[test]
    fn what_configurations_are_made_of_goes_the_short_way() {
        for text in [
            "",
            "# nothing\n",
            "---\n---\n",
            "a:\n- 1\n-\n- b:\n",
            "- - a\n  - b\n-  c: d\n   e: f\n",
            "a: 'b\n\n  it''s'\n",
            "a: b\n   c\n\n   d\n",
            "a: |2-\n   b\n\nc: >+\n  d\n  e\n\n",
            "a: b#c # d\n",
            "[a, {b: c}, []]",
            "---\na: |\n  x\n---\nb:\n",
            "{\n  \"a\": [1, -2],\n  \"b\":{\"c\":\"d\"}\n}\n",
        ] {
            for release in RELEASES {
                let roots = stream(text, release);
                assert!(roots.is_some(), "{text}");
                assert_eq!(roots, long_way(text, release), "{text}");
            }
        }
    }

    #[test]
    fn the_longest_key_is_left_to_the_long_way() {
        let text = format!("{}: b\n", "a".repeat(1025));
        assert_eq!(stream(&text, GoYaml::V4Rc6), None);
    }
}

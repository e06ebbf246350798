//! The tree of a document: every value with its source text, style and place.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::finding::Part;
use crate::path::{FieldPath, Segment};
use crate::source::{Source, Span};

/// One document of a YAML stream. A copy shares the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    source: Source,
    root: Arc<Node>,
}

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// The explicit tag, long form for the core ones (`tag:yaml.org,2002:str`); absent for nearly all nodes.
    pub tag: Option<Arc<str>>,
    /// The bytes of the value. An alias has the bytes of the alias, not those of its target.
    pub span: Span,
}

/// What a [`Node`] is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A single text.
    Scalar(Scalar),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys with values, in the order of the text. Keys may be any node.
    Mapping(Vec<Entry>),
    /// A reference to a value that was anchored before; targets are shared, so an alias costs nothing.
    Alias(Arc<Node>),
}

/// One key of a mapping with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: Node,
    /// The value; an absent one is an empty plain scalar.
    pub value: Node,
}

/// A text after the escapes and line folds of its style have been taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// The text. Nearly all are short, and stand in the tree itself.
    pub text: SmolStr,
    /// How it was written. Only plain scalars can be anything but strings.
    pub style: Style,
}

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In single quotes.
    SingleQuoted,
    /// In double quotes.
    DoubleQuoted,
    /// As a literal block, `|`.
    Literal,
    /// As a folded block, `>`.
    Folded,
}

impl Document {
    pub(super) fn new(source: Source, root: Node) -> Self {
        Self { source, root: Arc::new(root) }
    }

    /// The text that the document was read from.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The value that is the document.
    #[must_use]
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// The value at a path, or none where the document holds none.
    #[must_use]
    pub fn get(&self, path: &FieldPath) -> Option<&Node> {
        path.segments().iter().try_fold(&*self.root, |node, segment| node.child(segment))
    }

    /// The bytes of the value or key at a path. Where the document holds no such value, the key of the
    /// nearest ancestor that it does hold; for the document itself its first key, or its first bytes.
    #[must_use]
    pub fn span_of(&self, path: &FieldPath, part: Part) -> Span {
        let mut node = &*self.root;
        let mut key = None;
        let mut whole = true;
        for segment in path.segments() {
            let Some(child) = node.child(segment) else {
                whole = false;
                break;
            };
            key = match segment {
                Segment::Key(name) => node.entry(name).map(|entry| entry.key.span),
                Segment::Index(_) => None,
            };
            node = child;
        }
        match (part, key) {
            (Part::Value, _) if whole && !path.is_root() => node.shown_span(),
            (_, Some(key)) => key,
            (_, None) => node.shown_span(),
        }
    }
}

impl Node {
    /// A text without a tag.
    pub(super) fn scalar(text: impl Into<SmolStr>, style: Style, span: Span) -> Self {
        Self { kind: Kind::Scalar(Scalar { text: text.into(), style }), tag: None, span }
    }

    /// A value that is left out behind what ends at a place.
    pub(super) fn absent(end: usize) -> Self {
        Self::scalar("", Style::Plain, Span::new(end, end))
    }

    /// The value behind an alias; every other node is its own value.
    #[must_use]
    pub fn target(&self) -> &Self {
        let mut node = self;
        while let Kind::Alias(target) = &node.kind {
            node = target;
        }
        node
    }

    /// The scalar, if it is one or stands for one.
    #[must_use]
    pub fn as_scalar(&self) -> Option<&Scalar> {
        match &self.target().kind {
            Kind::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    }

    /// The text of a scalar, whatever its type: `8080`, `true` and `"true"` alike.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        self.as_scalar().map(|scalar| &*scalar.text)
    }

    /// The items, if it is a list or stands for one.
    #[must_use]
    pub fn as_sequence(&self) -> Option<&[Self]> {
        match &self.target().kind {
            Kind::Sequence(items) => Some(items),
            _ => None,
        }
    }

    /// The entries, if it is a mapping or stands for one.
    #[must_use]
    pub fn as_mapping(&self) -> Option<&[Entry]> {
        match &self.target().kind {
            Kind::Mapping(entries) => Some(entries),
            _ => None,
        }
    }

    /// The entry of a mapping whose key has this text.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.as_mapping()?.iter().find(|entry| entry.key.as_text() == Some(key))
    }

    /// The value of a mapping's key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|entry| &entry.value)
    }

    fn child(&self, segment: &Segment) -> Option<&Self> {
        match segment {
            Segment::Key(key) => self.get(key),
            Segment::Index(index) => self.as_sequence()?.get(*index),
        }
    }

    /// The bytes to show for a value: a scalar or alias whole, a collection at its first key or item, so that
    /// a mark never runs over half a file.
    fn shown_span(&self) -> Span {
        match &self.kind {
            Kind::Scalar(_) | Kind::Alias(_) => self.span,
            Kind::Mapping(entries) => entries.first().map_or(self.span, |entry| entry.key.span),
            Kind::Sequence(items) => items.first().map_or(self.span, Self::shown_span),
        }
    }
}

impl Scalar {
    /// Whether it was written without quotes and not as a block, so that its type follows from its text.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.style == Style::Plain
    }
}

//! From text to trees.

use std::collections::BTreeMap;
use std::sync::Arc;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, Tag};

use super::node::{Document, Entry, Kind, Node, Scalar, Style};
use super::{rules, tabs};
use crate::finding::{Finding, Place};
use crate::source::{Source, Span};

/// How deep lists and mappings may be nested.
///
/// Far above what any configuration needs, low enough that walking a tree cannot exhaust the stack.
pub const MAX_DEPTH: usize = 200;

/// Reads all documents of a YAML stream.
///
/// Accepts what Go's YAML library accepts: `%YAML 1.1` but no other version, no alias to itself. Fails with
/// the one finding of the first place where the text stops being YAML; nothing after it can be trusted.
/// An empty stream holds no document. Comments are skipped.
pub fn parse(source: &Source) -> Result<Vec<Document>, Box<Finding>> {
    Composer::new(source).stream()
}

struct Composer<'s> {
    source: &'s Source,
    open: Vec<Open>,
    anchors: BTreeMap<usize, Arc<Node>>,
    documents: Vec<Document>,
    /// Spans of scalars and flow collections; gathered only if the text holds a tab.
    contents: Option<Vec<Span>>,
}

/// A collection whose end has not been seen yet.
struct Open {
    start: usize,
    anchor: usize,
    tag: Option<Arc<str>>,
    content: Content,
}

enum Content {
    Sequence(Vec<Node>),
    Mapping { entries: Vec<Entry>, key: Option<Node> },
}

impl<'s> Composer<'s> {
    fn new(source: &'s Source) -> Self {
        Self {
            source,
            open: Vec::new(),
            anchors: BTreeMap::new(),
            documents: Vec::new(),
            contents: source.text().contains('\t').then(Vec::new),
        }
    }

    fn stream(mut self) -> Result<Vec<Document>, Box<Finding>> {
        let options = granit_parser::options! {
            flow_nesting_limit: MAX_DEPTH,
            block_nesting_limit: MAX_DEPTH,
            block_scalar_eof_without_line_feed: true,
            emit_comments: false,
        };
        for next in Parser::new_from_str_with_options(self.source.text(), options) {
            let (event, span) = next.map_err(|error| self.scan_error(&error))?;
            let span =
                span.byte_range().map_or_else(Span::default, |range| Span::new(range.start, range.end));
            self.event(event, span)?;
        }
        let tab =
            self.contents.take().and_then(|mut contents| tabs::refused(self.source.text(), &mut contents));
        match tab {
            Some(tab) => Err(self
                .syntax(Span::new(tab, tab + 1), "a tab where a key or an item may begin")
                .help("indent with spaces")
                .into()),
            None => Ok(self.documents),
        }
    }

    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), Box<Finding>> {
        match event {
            Event::DocumentStart(_, Some(version)) if (version.major, version.minor) != (1, 1) => {
                let message = format!(
                    "the directive `%YAML {}.{}` is not accepted by Go's YAML readers",
                    version.major, version.minor
                );
                return Err(self.syntax(span, message).help("remove the directive").into());
            }
            Event::DocumentStart(..) => self.anchors.clear(),
            Event::Scalar(text, style, anchor, tag) => {
                self.contents.iter_mut().for_each(|contents| contents.push(span));
                // The parser gives an absent value the text of a written-out nothing.
                let absent = span.start == span.end && style == ScalarStyle::Plain;
                if absent && self.is_before_colon(span) {
                    return Err(self.syntax(span, "a key is missing before this colon").into());
                }
                let scalar =
                    Scalar { text: if absent { "".into() } else { text.into() }, style: style.into() };
                self.close(Kind::Scalar(scalar), tag_text(tag.as_deref()), span, anchor);
            }
            Event::Alias(target) => match self.anchors.get(&target).map(Arc::clone) {
                Some(target) => self.place(Node { kind: Kind::Alias(target), tag: None, span }),
                None => return Err(self.syntax(span, "this anchor's value contains itself").into()),
            },
            Event::SequenceStart(_, anchor, tag) => {
                self.open(span, anchor, tag.as_deref(), Content::Sequence(Vec::new()))?;
            }
            Event::MappingStart(_, anchor, tag) => {
                let content = Content::Mapping { entries: Vec::new(), key: None };
                self.open(span, anchor, tag.as_deref(), content)?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(Open { start, anchor, tag, content }) = self.open.pop() {
                    if self.source.text().get(..span.end).is_some_and(|text| text.ends_with([']', '}'])) {
                        self.contents
                            .iter_mut()
                            .for_each(|contents| contents.push(Span::new(start, span.end)));
                    }
                    let kind = match content {
                        Content::Sequence(items) => Kind::Sequence(items),
                        Content::Mapping { entries, .. } => Kind::Mapping(entries),
                    };
                    self.close(kind, tag, Span::new(start, span.end), anchor);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn open(
        &mut self,
        span: Span,
        anchor: usize,
        tag: Option<&Tag>,
        content: Content,
    ) -> Result<(), Box<Finding>> {
        if self.open.len() >= MAX_DEPTH {
            return Err(self.syntax(span, format!("nested deeper than {MAX_DEPTH} levels")).into());
        }
        self.open.push(Open { start: span.start, anchor, tag: tag_text(tag), content });
        Ok(())
    }

    /// A node is complete: shares it if it is anchored, and puts it where it belongs.
    fn close(&mut self, kind: Kind, tag: Option<Arc<str>>, span: Span, anchor: usize) {
        let mut node = Node { kind, tag, span };
        if anchor != 0 {
            let shared = Arc::new(node);
            self.anchors.insert(anchor, Arc::clone(&shared));
            node = Node { kind: Kind::Alias(shared), tag: None, span };
        }
        self.place(node);
    }

    fn place(&mut self, node: Node) {
        match self.open.last_mut().map(|open| &mut open.content) {
            None => self.documents.push(Document::new(self.source.clone(), node)),
            Some(Content::Sequence(items)) => items.push(node),
            Some(Content::Mapping { entries, key }) => match key.take() {
                None => *key = Some(node),
                Some(key) => entries.push(Entry { key, value: node }),
            },
        }
    }

    /// Whether an absent value is the absent key of the colon that follows; Go's readers refuse it.
    fn is_before_colon(&self, span: Span) -> bool {
        let opens_entry =
            matches!(self.open.last(), Some(Open { content: Content::Mapping { key: None, .. }, .. }));
        opens_entry && self.source.text().get(span.start..).is_some_and(|rest| rest.starts_with(':'))
    }

    fn scan_error(&self, error: &ScanError) -> Finding {
        let marker = error.marker();
        let offset = marker.byte_offset().unwrap_or_default();
        let end = self.source.text().get(offset..).and_then(|rest| rest.chars().next());
        self.syntax(Span::new(offset, offset + end.map_or(0, char::len_utf8)), error.info())
    }

    fn syntax(&self, span: Span, message: impl Into<String>) -> Finding {
        let place =
            Place { source: Some(self.source.name().to_owned()), span: Some(span), ..Place::default() };
        Finding::new(&rules::YAML_SYNTAX, place, format!("not valid YAML: {}", message.into()))
    }
}

/// The tag in the form that all readers compare: `tag:yaml.org,2002:int` for `!!int`, `!name` for local ones.
/// A lone `!` means "not resolved", which is what a string is.
fn tag_text(tag: Option<&Tag>) -> Option<Arc<str>> {
    let text = tag.map(|tag| format!("{}{}", tag.handle(), tag.suffix()))?;
    Some(if text == "!" { "tag:yaml.org,2002:str".into() } else { text.into() })
}

impl From<ScalarStyle> for Style {
    fn from(style: ScalarStyle) -> Self {
        match style {
            ScalarStyle::Plain => Self::Plain,
            ScalarStyle::SingleQuoted => Self::SingleQuoted,
            ScalarStyle::DoubleQuoted => Self::DoubleQuoted,
            ScalarStyle::Literal => Self::Literal,
            ScalarStyle::Folded => Self::Folded,
        }
    }
}

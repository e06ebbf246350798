//! Where the values of a result come from.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use manifest::yaml::{self, Kind, Node};
use manifest::{FieldPath, Place, Position, Source, Span};

use super::trail::{Descent, Mark, Trail};
use crate::model::Way;

/// A patched configuration that knows where its values come from; made by [`apply_with_origins`](super::apply_with_origins).
#[derive(Clone)]
pub struct Patched {
    /// The text that [`apply`](super::apply) gives, byte for byte.
    pub text: String,
    /// Where its values come from.
    pub origins: Origins,
}

/// Where the values of a result come from.
#[derive(Clone)]
pub struct Origins {
    /// The configuration and the patches, by layer.
    sources: Vec<Source>,
    /// By document of the result.
    trails: Vec<Trail>,
    result: Vec<Arc<yaml::Document>>,
}

/// A value of the result that holds no others: a single value, an empty list or an empty mapping.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// The document of the result, counted from 0.
    pub document: usize,
    /// The way to it in that document.
    pub path: FieldPath,
    /// Its bytes in the text of the result.
    pub span: Span,
    /// Where it comes from.
    pub origin: Origin,
}

/// What came of patches that say something of the same values.
#[derive(Clone, Debug, PartialEq)]
pub struct Contest {
    /// The patches that say one of the [`leaves`](Origins::leaves) in so many words, counted from 0.
    pub writers: BTreeSet<usize>,
    /// Those of the leaves that took the place of what a patch says in so many words: few of many.
    pub contested: Vec<Leaf>,
}

/// Where a value comes from.
#[derive(Clone, Debug)]
pub struct Origin {
    /// What said it.
    pub layer: Layer,
    /// The text that said it. A value that a JSON operation moved or copied comes from where it stood before.
    pub source: Source,
    /// The bytes of the value there; behind an alias, those of what it stands for.
    pub span: Span,
    /// What these bytes have to do with the value.
    pub how: How,
    /// What it took the place of, the latest first. A list or mapping that was replaced as a whole is one of them.
    pub overrode: Vec<Origin>,
}

/// One of the texts that make a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// The configuration that was patched.
    Config,
    /// A patch, counted from 0 in the order of application.
    Patch(usize),
}

/// What the bytes of an [`Origin`] have to do with the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// They are the value. Of a URL that was merged part by part, or a size, they are the part that came last.
    Written,
    /// They are the list or mapping that brought the value along without saying it: Talos writes some fields that
    /// nobody set, and a patch clears some that it does not mention.
    Implied,
    /// They are the `$patch: delete` that left nothing but the empty value.
    Deleted,
}

impl Origins {
    pub(super) fn new(sources: Vec<Source>, trails: Vec<Trail>, result: Vec<yaml::Document>) -> Self {
        Self { sources, trails, result: result.into_iter().map(Arc::new).collect() }
    }

    /// The documents of the result; their places are bytes of its text.
    #[must_use]
    pub fn documents(&self) -> &[Arc<yaml::Document>] {
        &self.result
    }

    /// Where the value at a path of a document (counted from 0) comes from; absent where the result has no such value.
    ///
    /// A list or mapping comes from the text that had it first, whatever was merged into it later.
    #[must_use]
    pub fn get(&self, document: usize, path: &FieldPath) -> Option<Origin> {
        self.result.get(document)?.get(path)?;
        self.find(document, path)
    }

    /// All values that hold no others, in the order of the text.
    #[must_use]
    pub fn leaves(&self) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        self.visit(&mut |leaf| leaves.extend(self.leaf(leaf)));
        leaves
    }

    /// Which patches had their way, and with what they did.
    #[must_use]
    pub fn contest(&self) -> Contest {
        let mut contest = Contest { writers: BTreeSet::new(), contested: Vec::new() };
        self.visit(&mut |leaf| {
            contest.writers.extend(leaf.mark.writer());
            if leaf.overrode.iter().any(|mark| mark.writer().is_some()) {
                contest.contested.extend(self.leaf(leaf));
            }
        });
        contest
    }

    fn visit(&self, visitor: &mut dyn FnMut(Seen<'_>)) {
        for (document, (parsed, trail)) in self.result.iter().zip(&self.trails).enumerate() {
            visit(document, parsed.root(), Descent::from(trail), &Way::Root, visitor);
        }
    }

    fn leaf(&self, seen: Seen<'_>) -> Option<Leaf> {
        let origin = self.said(seen.mark, seen.overrode)?;
        Some(Leaf { document: seen.document, path: seen.way.path(), span: seen.span, origin })
    }

    fn find(&self, document: usize, path: &FieldPath) -> Option<Origin> {
        let (mark, overrode) = self.trails.get(document)?.find(path)?;
        self.said(mark, overrode)
    }

    fn said(&self, mark: Mark, overrode: &[Mark]) -> Option<Origin> {
        let mut origin = self.origin(mark)?;
        origin.overrode = overrode.iter().filter_map(|mark| self.origin(*mark)).collect();
        Some(origin)
    }

    fn origin(&self, mark: Mark) -> Option<Origin> {
        let source = self.sources.get(mark.layer)?.clone();
        let layer = mark.patch().map_or(Layer::Config, Layer::Patch);
        Some(Origin { layer, source, span: mark.span, how: mark.how, overrode: Vec::new() })
    }
}

/// A value that holds no others, on the way through a result.
#[derive(Clone, Copy)]
struct Seen<'s> {
    document: usize,
    way: &'s Way<'s>,
    span: Span,
    mark: Mark,
    overrode: &'s [Mark],
}

fn visit(
    document: usize,
    node: &Node,
    descent: Descent<'_>,
    way: &Way<'_>,
    visitor: &mut dyn FnMut(Seen<'_>),
) {
    match &node.kind {
        // An anchor; what an alias stands for is gathered there only.
        Kind::Alias(target) if target.span == node.span => {
            return visit(document, target, descent, way, visitor);
        }
        Kind::Mapping(entries) if !entries.is_empty() => {
            for entry in entries {
                let key = entry.key.as_text().unwrap_or_default();
                visit(document, &entry.value, descent.key(key), &Way::Key(way, key), visitor);
            }
            return;
        }
        Kind::Sequence(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                visit(document, item, descent.item(index), &Way::Index(way, index), visitor);
            }
            return;
        }
        _ => {}
    }
    if let Some((mark, overrode)) = descent.found() {
        visitor(Seen { document, way, span: node.span, mark, overrode });
    }
}

impl Mark {
    /// The patch that it is a place in, counted from 0; none for the configuration.
    fn patch(self) -> Option<usize> {
        self.layer.checked_sub(1)
    }

    /// The patch whose bytes are the value.
    fn writer(self) -> Option<usize> {
        self.patch().filter(|_| self.how == How::Written)
    }
}

impl Origin {
    /// Line and column of the first byte.
    #[must_use]
    pub fn position(&self) -> Position {
        self.source.position(self.span.start)
    }

    /// The text there. It may be secret.
    #[must_use]
    pub fn text(&self) -> &str {
        self.source.slice(self.span)
    }

    /// The same for a finding: source and bytes, without a path.
    #[must_use]
    pub fn place(&self) -> Place {
        Place { source: Some(self.source.name().to_owned()), span: Some(self.span), ..Place::default() }
    }
}

impl Patched {
    /// The text with the origin of each value as a comment behind it: `mtu: 9000 # mtu.yaml:4:12, was config.yaml:9:10`.
    ///
    /// It reads as the same values.
    #[must_use]
    pub fn annotated(&self) -> String {
        let leaves = self.origins.leaves();
        annotated(&self.text, leaves.iter().map(|leaf| (leaf.span, leaf.origin.to_string())))
    }
}

/// A configuration with a note for each value as a comment behind it; it reads as the same values.
///
/// The notes come with the bytes of their values, as [`Leaf::span`] says them.
#[must_use]
pub fn annotated(text: &str, notes: impl IntoIterator<Item = (Span, String)>) -> String {
    let result = Source::new("patched configuration", text);
    let mut lines: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (span, note) in notes {
        // No comment can stand in a text of several lines, but it can at the head of a block.
        let is_long = result.slice(span).contains('\n');
        let plain = if is_long { span.end } else { span.start };
        let at = block_head(text, span.start).unwrap_or(plain);
        lines.entry(result.position(at).line).or_default().push(note);
    }
    let mut annotated = String::with_capacity(text.len() * 2);
    for (line, text) in (1..).zip(text.split_inclusive('\n')) {
        let body = text.strip_suffix('\n').unwrap_or(text);
        annotated.push_str(body);
        if let Some(notes) = lines.get(&line) {
            annotated.push_str(" # ");
            annotated.push_str(&notes.join("; "));
        }
        annotated.push_str(text.get(body.len()..).unwrap_or_default());
    }
    annotated
}

/// Where the head of a block scalar (`|`, `>-`) ends whose body begins at a byte; none where there is no such body.
fn block_head(text: &str, body: usize) -> Option<usize> {
    let before = text.get(..body)?;
    let head = before.trim_end();
    let ends_line = before.get(head.len()..)?.contains('\n');
    let indicator = head.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-' || c == '+');
    (ends_line && indicator.ends_with(['|', '>'])).then_some(head.len())
}

impl std::fmt::Display for Origin {
    /// Where it is, and what it overrode: `mtu.yaml:4:12, was config.yaml:9:10`. No content, which may be secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let how = match self.how {
            How::Written => "",
            How::Implied => "implied by ",
            How::Deleted => "deleted by ",
        };
        write!(f, "{how}{}:{}", self.source.name().escape_debug(), self.position())?;
        let mut word = ", was ";
        for earlier in &self.overrode {
            write!(f, "{word}{earlier}")?;
            word = ", ";
        }
        Ok(())
    }
}

impl PartialEq for Origin {
    /// By layer, bytes and history; sources are compared by name.
    fn eq(&self, other: &Self) -> bool {
        (self.layer, self.span, self.how) == (other.layer, other.span, other.how)
            && self.source.name() == other.source.name()
            && self.overrode == other.overrode
    }
}

impl std::fmt::Debug for Patched {
    /// How much there is in it; the content may be secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Patched").field("bytes", &self.text.len()).field("origins", &self.origins).finish()
    }
}

impl std::fmt::Debug for Origins {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Origins").field("sources", &self.sources).finish_non_exhaustive()
    }
}

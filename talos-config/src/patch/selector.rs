//! `$patch: delete`: what is to go.

mod find;
mod take;

use self::find::Gone;

use manifest::{Segment, Span};

use super::trail::{Mark, Trail};
use super::{How, PatchError};
use crate::configuration::Document;
use crate::facts::{Facts, V1ALPHA1};

/// Something that a patch deletes.
#[derive(Clone)]
pub(crate) struct Selector {
    version: String,
    /// Empty for the v1alpha1 document.
    kind: String,
    name: String,
    /// The way to it; empty for the whole document.
    path: Vec<Step>,
    /// The mapping that holds the marker.
    span: Span,
}

/// One step of the way.
#[derive(Clone)]
enum Step {
    /// To the value of a key.
    Key(String),
    /// To an item of a list, at this place in the patch; at the end of the way the item is found by a key and its
    /// value, if that is a text.
    Item { index: usize, found_by: Option<(String, Option<String>)> },
}

impl Step {
    fn key(&self) -> Option<&str> {
        match self {
            Self::Key(key) => Some(key),
            Self::Item { .. } => None,
        }
    }
}

impl Selector {
    /// Whether it belongs to the v1alpha1 document.
    pub(crate) fn is_v1alpha1(&self) -> bool {
        self.kind.is_empty()
    }

    /// Deletes it. A whole document that is not there counts as deleted. The layer is that of the patch.
    pub(super) fn apply(
        &self,
        documents: &mut Vec<Document>,
        facts: &'static Facts,
        layer: usize,
    ) -> Result<(), PatchError> {
        let mark = Mark { layer, span: self.span, how: How::Deleted };
        let found = documents.iter().position(|document| self.is_about(document));
        let Some(index) = found else { return self.not_there(documents, facts, mark) };
        if documents.get(index).is_some_and(Document::is_nothing) {
            documents.remove(index);
            return Ok(());
        }
        if self.path.is_empty() {
            documents.remove(index);
            return Ok(());
        }
        let Some(document) = documents.get_mut(index) else { return Ok(()) };
        let gone = find::delete(&mut document.datum, document.place, &self.path, facts)
            .map_err(|reason| self.failed(reason))?;
        if let Some(trail) = &mut document.trail {
            self.forget(trail, gone, mark);
        }
        Ok(())
    }

    /// Does to a trail what was done to the data.
    fn forget(&self, trail: &mut Trail, gone: Gone, mark: Mark) {
        let keys: Vec<_> = self.path.iter().filter_map(Step::key).collect();
        let mut path: Vec<_> = keys.iter().map(|key| Segment::Key((*key).to_owned())).collect();
        match gone {
            Gone::Field => return trail.clear(&keys, mark),
            Gone::Key => {}
            Gone::Item(index) => path.push(Segment::Index(index)),
        }
        trail.remove(&path);
    }

    /// Whether a document is meant. The oldest one has no kind that a selector could name.
    fn is_about(&self, document: &Document) -> bool {
        if document.kind.is_v1alpha1() {
            return self.is_v1alpha1();
        }
        // What an earlier deletion left behind goes with the next one.
        if let Some(meant) = document.meant_kind() {
            return meant == self.kind;
        }
        document.kind.name() == self.kind && document.name().is_none_or(|name| name == self.name)
    }

    /// Before 1.14 a selector that finds no document becomes a document itself: one that says nothing, or crashes
    /// Talos when it is written, where it has a name.
    fn not_there(&self, documents: &mut Vec<Document>, facts: &Facts, mark: Mark) -> Result<(), PatchError> {
        if facts.minor.has_lenient_patches() {
            return Ok(());
        }
        if !self.name.is_empty() {
            return Err(self.failed("there is no such document; Talos before 1.14 crashes on that"));
        }
        let trail = Some(Box::new(Trail::new(mark)));
        documents.push(Document { trail, ..Document::nothing(&self.kind) });
        Ok(())
    }

    fn failed(&self, reason: &'static str) -> PatchError {
        let mut document =
            format!("{}/{}", self.version, if self.is_v1alpha1() { V1ALPHA1 } else { &self.kind });
        if !self.name.is_empty() {
            document = format!("{document}/{}", self.name);
        }
        PatchError::Delete { path: take::shown(&self.path), document, reason }
    }
}

//! `$patch: delete`: what is to go.

mod find;
mod take;

use self::find::Gone;

use manifest::{Segment, Span};

use super::error::{At, Refused};
use super::trail::{Mark, Trail};
use super::{How, PatchError};
use crate::configuration::{Document, Id};
use crate::facts::{Facts, V1ALPHA1};

/// Something that a patch deletes.
#[derive(Clone)]
pub(crate) struct Selector {
    version: String,
    kind: String,
    /// None where the patch gives no name, which no document of a kind with names answers to.
    name: Option<String>,
    /// The way to it; empty for the whole document.
    path: Vec<Step>,
    /// The mapping that holds the marker.
    span: Span,
    /// How many documents with a kind stand before it in the patch.
    pub(crate) turn: usize,
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
        self.kind == V1ALPHA1
    }

    fn id(&self) -> Id<'_> {
        Id { version: &self.version, kind: &self.kind, name: self.name.as_deref() }
    }

    /// Deletes it from the first `visible` documents; gives how many are visible afterwards. A whole document that is
    /// not there counts as deleted. The layer is that of the patch.
    pub(super) fn apply(
        &self,
        documents: &mut Vec<Document>,
        visible: usize,
        facts: &'static Facts,
        layer: usize,
    ) -> Result<usize, Refused> {
        let mark = Mark { layer, span: self.span, how: How::Deleted };
        // Of left-overs of the same deletion upstream sees the last one.
        let found = documents.iter().take(visible).rposition(|document| document.id() == self.id());
        let Some((index, document)) = found.and_then(|index| Some((index, documents.get_mut(index)?))) else {
            if !facts.minor.has_lenient_patches() {
                let trail = Some(Box::new(Trail::new(mark)));
                documents.push(Document { trail, ..Document::nothing(self.id()) });
            }
            return Ok(visible);
        };
        if self.path.is_empty() {
            documents.remove(index);
            return Ok(visible.saturating_sub(1));
        }
        let gone = find::delete(&mut document.datum, document.place, &self.path, facts)
            .map_err(|reason| Refused::new(self.failed(reason), At::Span(self.span)))?;
        if let Some(trail) = &mut document.trail {
            self.forget(trail, gone, mark);
        }
        Ok(visible)
    }

    /// Does to a trail what was done to the data.
    fn forget(&self, trail: &mut Trail, gone: Gone, mark: Mark) {
        let keys: Vec<_> = self.path.iter().filter_map(Step::key).collect();
        let mut path: Vec<_> = keys.iter().map(|key| Segment::Key((*key).into())).collect();
        match gone {
            Gone::Field => return trail.clear(&keys, mark),
            Gone::Key => {}
            Gone::Item(index) => path.push(Segment::Index(index)),
        }
        trail.remove(&path);
    }

    fn failed(&self, reason: &'static str) -> PatchError {
        let mut document = format!("{}/{}", self.version, self.kind);
        if let Some(name) = &self.name {
            document = format!("{document}/{name}");
        }
        PatchError::Delete { path: take::shown(&self.path), document, reason }
    }
}

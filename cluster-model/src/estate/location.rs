//! Where a piece of the estate stands, so that what is inside of it can be pointed at.

use std::sync::Arc;

use ::manifest::yaml::{Document, Node};
use ::manifest::{FieldPath, Part, Place};

/// A value of a document: the document, and the path to the value.
#[derive(Clone, Debug, PartialEq)]
pub struct Location {
    /// The document.
    pub document: Arc<Document>,
    /// The way to the value; the root where the document itself is meant.
    pub base: FieldPath,
}

/// Where a set of values was said: below a path of the spec, or in documents that are laid over each other.
#[derive(Clone, Debug, PartialEq)]
pub enum Lookup {
    /// Below this path of the spec.
    Spec(FieldPath),
    /// In these documents, of which a later one wins over an earlier one.
    Documents(Vec<Location>),
}

impl Location {
    /// A whole document.
    #[must_use]
    pub fn of(document: Arc<Document>) -> Self {
        Self { document, base: FieldPath::root() }
    }

    /// The value itself, if the document holds it.
    #[must_use]
    pub fn node(&self) -> Option<&Node> {
        self.document.get(&self.base)
    }

    /// The value at a path below it.
    #[must_use]
    pub fn get(&self, path: &FieldPath) -> Option<&Node> {
        self.document.get(&self.base.clone().join(path))
    }

    /// The place of the value at a path below it; where it holds none, of the nearest ancestor.
    #[must_use]
    pub fn place(&self, path: &FieldPath, part: Part) -> Place {
        let mut place = Place { part, ..Place::value(self.base.clone().join(path)) };
        place.locate(&self.document);
        place
    }

    /// The place of the value behind keys with dots between them.
    #[must_use]
    pub fn at(&self, keys: &str) -> Place {
        self.place(&FieldPath::root().keys(keys), Part::Value)
    }

    /// Whether both are the same value of the same reading of a file: comparing documents costs more than what it spares.
    pub(crate) fn is_same_reading(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.document, &other.document) && self.base == other.base
    }

    /// The place of the value as a whole.
    #[must_use]
    pub fn whole(&self) -> Place {
        self.place(&FieldPath::root(), Part::Key)
    }
}

impl Lookup {
    /// The value behind keys with dots between them, as the last document has it that says it, with the document. Absent
    /// for values of a spec, whose text is not at hand.
    #[must_use]
    pub fn said(&self, keys: &str) -> Option<(&Document, &Node)> {
        let Self::Documents(locations) = self else { return None };
        let path = FieldPath::root().keys(keys);
        locations.iter().rev().find_map(|location| Some((&*location.document, location.get(&path)?)))
    }

    /// The place of a value by its path, such as `cgroup.autoMount.enabled`.
    ///
    /// In documents it is the last one that says the value; where none does, the last one that says most of the way.
    #[must_use]
    pub fn place(&self, path: &FieldPath) -> Place {
        match self {
            Self::Spec(base) => Place::value(base.clone().join(path)),
            Self::Documents(locations) => {
                let depth = |location: &Location| {
                    let mut path = path.clone();
                    while location.get(&path).is_none() && path.pop().is_some() {}
                    path.segments().len()
                };
                let said = locations.iter().max_by_key(|location| depth(location));
                said.map(|location| location.place(path, Part::Value)).unwrap_or_default()
            }
        }
    }
}

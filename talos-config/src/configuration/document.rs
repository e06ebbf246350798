//! One document of a configuration.

use manifest::yaml::WriteError;

use crate::facts::{Facts, Kind};
use crate::model::{Datum, Encoder};
use crate::patch::Trail;
use crate::version::Minor;

static NOTHING: Kind = Kind::nameless();

/// One document of a configuration.
#[derive(Clone, PartialEq)]
pub(crate) struct Document {
    pub(crate) kind: &'static Kind,
    /// The struct of the kind, in the facts of the minor at hand.
    pub(crate) place: usize,
    pub(crate) datum: Datum,
    /// Where its values were said; absent unless somebody asked.
    pub(crate) trail: Option<Box<Trail>>,
}

impl Document {
    /// A document that says nothing, not even what it is: what Talos before 1.14 makes of a deletion that finds no
    /// document of the kind that was meant. It cannot be loaded again.
    pub(crate) fn nothing(meant: &str) -> Self {
        Self { kind: &NOTHING, place: usize::MAX, datum: Datum::Text(meant.to_owned()), trail: None }
    }

    /// Whether it says nothing.
    pub(crate) fn is_nothing(&self) -> bool {
        *self.kind == NOTHING
    }

    /// The kind that was meant, where it says nothing.
    pub(crate) fn meant_kind(&self) -> Option<&str> {
        self.datum.as_text().filter(|_| self.is_nothing())
    }

    /// The name; none where the kind has no names.
    pub(crate) fn name(&self) -> Option<&str> {
        self.kind.is_named().then(|| self.text("name").unwrap_or_default())
    }

    /// What makes two documents one: kind, and name where the kind has names.
    pub(crate) fn id(&self) -> (&'static str, Option<&str>) {
        (self.kind.name(), self.name())
    }

    pub(crate) fn encode(&self, minor: Minor) -> Result<String, WriteError> {
        Encoder::document(Facts::of(minor), self.place, &self.datum)
    }

    /// A field of the document that is a text.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        // Names stand at the same place in every minor.
        let facts = Facts::of(Minor::V1_14);
        let place = facts.place(self.kind.type_name());
        let (index, _) = facts.at(place).field(key)?;
        self.datum.field(index)?.as_text()
    }
}

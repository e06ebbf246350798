//! One document of a configuration.

use manifest::yaml::WriteError;

use crate::facts::{Facts, Kind, Shape, V1ALPHA1};
use crate::model::{self, Datum};
use crate::patch::Trail;
use crate::version::Minor;

static NOTHING: Kind = Kind::nameless();

/// What makes two documents one: version, kind, and name where the kind has names. The oldest kind has no version.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Id<'d> {
    pub(crate) version: &'d str,
    pub(crate) kind: &'d str,
    pub(crate) name: Option<&'d str>,
}

/// One document of a configuration.
#[derive(Clone, PartialEq)]
pub(crate) struct Document {
    pub(crate) kind: &'static Kind,
    /// The struct of the kind, in the facts of the minor at hand.
    pub(crate) place: usize,
    pub(crate) datum: Datum,
    /// The place of the field with its name; none where the kind has no names.
    pub(crate) name: Option<usize>,
    /// Where its values were said; absent unless somebody asked.
    pub(crate) trail: Option<Box<Trail>>,
}

impl Document {
    /// A document that says nothing, not even what it is: what Talos before 1.14 makes of a deletion that finds no
    /// document of the kind that was meant. It cannot be loaded again.
    pub(crate) fn nothing(meant: Id<'_>) -> Self {
        let text = |text: &str| Datum::Text(text.into());
        let name = meant.name.map_or(Datum::Nil, text);
        let datum = Datum::Struct(vec![text(meant.version), text(meant.kind), name]);
        Self { kind: &NOTHING, place: usize::MAX, datum, name: None, trail: None }
    }

    /// Whether it says nothing.
    pub(crate) fn is_nothing(&self) -> bool {
        *self.kind == NOTHING
    }

    /// What was meant, where it says nothing.
    pub(crate) fn meant(&self) -> Option<Id<'_>> {
        let part = |place| self.datum.field(place).and_then(Datum::as_text);
        let id = || Some(Id { version: part(0)?, kind: part(1)?, name: part(2) });
        id().filter(|_| self.is_nothing())
    }

    /// The name; none where the kind has no names.
    pub(crate) fn name(&self) -> Option<&str> {
        Some(self.datum.field(self.name?).and_then(Datum::as_text).unwrap_or_default())
    }

    /// What makes two documents one. What a deletion left behind answers to what was meant.
    pub(crate) fn id(&self) -> Id<'_> {
        let version = if self.kind.is_v1alpha1() { "" } else { V1ALPHA1 };
        self.meant().unwrap_or(Id { version, kind: self.kind.name(), name: self.name() })
    }

    /// The name of the other end, where the document is a pair of links; empty where it is not said.
    pub(crate) fn peer_name(&self) -> Option<&str> {
        let facts = Facts::of(Minor::V1_14);
        let (index, field) = facts.at(facts.place(self.kind.type_name())).field("peer")?;
        let Shape::Struct(peer) = field.shape else { return None };
        let (name, _) = facts.at(peer).field("name")?;
        self.datum.field(index)?.field(name)?.as_text()
    }

    pub(crate) fn encode(&self, minor: Minor) -> Result<String, WriteError> {
        model::encode(Facts::of(minor), self.place, &self.datum)
    }
}

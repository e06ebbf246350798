//! What each minor of Talos knows: kinds of documents, their types and fields.
//!
//! The table is `generated/facts.tsv`, one row a fact with the minors that it holds for. [`Facts::of`] is the view of
//! one minor. Types of fields are named as in upstream's Go code, and read once into a [`Shape`].

mod key;
mod parse;
mod shape;

use std::collections::BTreeMap;
use std::sync::OnceLock;

pub(crate) use shape::{Enumeration, Shape, Special, TextKind};

use self::key::Index;
use crate::version::Minor;

/// Everything that one minor knows.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) minor: Minor,
    kinds: Vec<Kind>,
    structs: Vec<Struct>,
    places: BTreeMap<&'static str, usize>,
}

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    name: &'static str,
    type_name: &'static str,
    named: bool,
    since: Minor,
}

/// A Go struct.
#[derive(Debug)]
pub(crate) struct Struct {
    pub(crate) name: &'static str,
    /// The shape of a value of it.
    pub(crate) shape: Shape,
    pub(crate) fields: Vec<Field>,
    index: Index,
}

/// A field of a Go struct; embedded structs have been taken apart.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) key: &'static str,
    pub(crate) shape: Shape,
    /// When it is left out of what is written.
    pub(crate) omit: Omit,
    /// Whether a patch replaces it, where it would append or merge otherwise.
    pub(crate) replace: bool,
}

/// When a field is left out of what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Omit {
    /// It is always written.
    Never,
    /// When it is empty.
    Empty,
    /// When it was never given; an empty list is written.
    Nil,
}

/// One row of the table about a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FieldRow {
    pub(crate) owner: &'static str,
    pub(crate) key: &'static str,
    pub(crate) type_name: &'static str,
    pub(crate) omit: Omit,
    pub(crate) replace: bool,
    pub(crate) first: Minor,
    pub(crate) last: Minor,
}

impl Facts {
    /// The view of one minor.
    pub(crate) fn of(minor: Minor) -> &'static Self {
        static VIEWS: [OnceLock<Facts>; 6] = [const { OnceLock::new() }; 6];
        let [v9, v10, v11, v12, v13, v14] = &VIEWS;
        let view = match minor {
            Minor::V1_9 => v9,
            Minor::V1_10 => v10,
            Minor::V1_11 => v11,
            Minor::V1_12 => v12,
            Minor::V1_13 => v13,
            Minor::V1_14 => v14,
        };
        view.get_or_init(|| parse::view(minor))
    }

    /// The kinds that can be read, by name.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = &Kind> {
        self.kinds.iter().filter(|kind| kind.since <= self.minor)
    }

    /// A kind by its name, whether this minor can read it or only a later one.
    pub(crate) fn any_kind(&self, name: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.name == name)
    }

    /// A kind that this minor can read.
    pub(crate) fn kind(&self, name: &str) -> Option<&Kind> {
        self.kinds().find(|kind| kind.name == name)
    }

    /// The struct with this place, as a [`Shape::Struct`] holds it.
    pub(crate) fn at(&self, place: usize) -> &Struct {
        static NOTHING: Struct =
            Struct { name: "", shape: Shape::Struct(usize::MAX), fields: Vec::new(), index: Index::EMPTY };
        self.structs.get(place).unwrap_or(&NOTHING)
    }

    /// The place of a struct by its name in Go.
    pub(crate) fn place(&self, type_name: &str) -> usize {
        self.places.get(type_name).copied().unwrap_or(usize::MAX)
    }

    /// When a type got a field that this minor does not know (or the first of them, where there were several).
    pub(crate) fn other_window(&self, owner: &str, key: &str) -> Option<(Minor, Minor)> {
        let mut rows = parse::rows().filter(|row| row.owner == owner && row.key == key);
        rows.find(|row| !(row.first..=row.last).contains(&self.minor)).map(|row| (row.first, row.last))
    }
}

impl Struct {
    /// A field by its key.
    pub(crate) fn field(&self, key: &str) -> Option<(usize, &Field)> {
        self.index.find(key, &self.fields)
    }
}

impl Kind {
    /// All kinds that the newest minor knows, by name. None was ever taken away.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        Facts::of(Minor::V1_14).kinds()
    }

    /// The kind of a document that does not say what it is.
    pub(crate) const fn nameless() -> Self {
        Self { name: "", type_name: "", named: false, since: Minor::V1_9 }
    }

    /// The name, as it stands behind `kind`; `v1alpha1` for the document that has no such key.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The type that holds it in upstream's Go code, such as `network.VLANConfigV1Alpha1`.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// Whether there may be several, told apart by `name`.
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.named
    }

    /// The first minor that can read it.
    #[must_use]
    pub fn since(&self) -> Minor {
        self.since
    }

    /// Whether it is the v1alpha1 document.
    #[must_use]
    pub fn is_v1alpha1(&self) -> bool {
        self.name == V1ALPHA1
    }
}

/// Name of the kind of the document that has none.
pub(crate) const V1ALPHA1: &str = "v1alpha1";

#[cfg(test)]
mod tests;

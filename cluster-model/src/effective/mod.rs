//! The offline Omni: the configuration that a machine ends up with, and where each value of it comes from.
//!
//! Patches reach a machine by their labels and are applied in Omni's order ([`omni_client::scope`]); Talos' own rules
//! merge them ([`talos_config::patch`]). Machines that the same patches reach in the same order share one result.

mod base;
mod facts;
mod fault;
mod interface;
mod loaded;
mod moved;
mod no_effect;
mod stack;
mod view;

use std::sync::{Arc, OnceLock};

use manifest::yaml::Document;
use manifest::{FieldPath, Finding, Part, Place, Source, Span};
use omni_client::scope::Layer;
use talos_config::Minor;
use talos_config::patch::{self, How, Origin, Origins};

use crate::estate::{DeclaredPatch, Field, Origin as PlaceOf, Text, behind};

pub use base::generated;
pub use interface::Interface;
pub(crate) use loaded::{LastReading, LoadedPatch};
pub use no_effect::NoEffect;
pub(crate) use stack::{Base, Configurations, Machines, effective, merge};
pub use view::{Setter, Spot, View, ViewedPatch, ViewedValue};

/// The configuration of one machine, or of several that have the same.
#[derive(Clone, Debug)]
pub struct Effective {
    /// The machines, by their place in [`Estate::machines`](crate::estate::Estate::machines).
    pub machines: Vec<usize>,
    /// The minor of Talos by whose rules it was merged.
    pub minor: Minor,
    /// What was applied, in this order.
    pub applied: Vec<Applied>,
    /// Its documents; the v1alpha1 document comes first. None where Talos could not merge the patches.
    pub documents: Vec<EffectiveDocument>,
    /// Why there is no configuration: in Talos' words.
    pub failure: Option<String>,
    /// Its text, as Talos writes it. It may hold secrets.
    pub text: String,
    /// What was patched.
    base: Source,
    /// Where the first of the machines is declared, for what nothing in the repository says.
    place: Place,
    /// The patches without which it would be the same, by their place among the applied ones.
    dead: Vec<usize>,
    /// The values that override what a patch says.
    contested: Arc<[Leaf]>,
}

/// A patch of a stack.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// The id of the patch.
    pub id: String,
    /// The layer by which it gets there.
    pub layer: Layer,
    /// The patch itself.
    pub patch: Arc<DeclaredPatch>,
}

/// One document of a configuration.
#[derive(Clone, Debug)]
pub struct EffectiveDocument {
    document: Arc<Document>,
    index: usize,
    /// Whether it is the document without a kind, which is asked more often than all else.
    is_v1alpha1: bool,
    shared: Arc<Shared>,
}

/// What all documents of a configuration share: a merge, with where its texts stand.
#[derive(Debug)]
struct Shared {
    merge: Arc<Merge>,
    /// The configuration that was patched, if it is a file of the repository.
    written: Option<Text>,
    /// The patches in the order of their application.
    patches: Vec<Arc<DeclaredPatch>>,
    /// Where the machine is declared, for what nothing in the repository says.
    machine: Place,
    /// What is wrong with it at its places, for a machine whose role is not known and for one whose role is.
    faults: [OnceLock<Vec<Finding>>; 2],
    /// What the estate takes from it.
    facts: OnceLock<Arc<facts::Facts>>,
}

/// What Talos makes of texts, wherever they stand.
#[derive(Debug)]
struct Merge {
    origins: Origins,
    /// What Talos' validation says of it.
    faults: OnceLock<Vec<Finding>>,
}

/// Where a value of a configuration comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The patch that said it, as an index of [`Effective::applied`]; absent for what was there before any patch.
    pub by: Option<usize>,
    /// Where it said it; the place of the machine for what Omni generates.
    pub place: Place,
    /// Whether the bytes at the place are the value itself.
    pub is_written: bool,
    /// The text at the place, if it is the value itself. It may be secret.
    pub text: Option<Box<str>>,
    /// What it took the place of, the latest first.
    pub overrode: Vec<Said>,
}

/// A value that holds no others.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// The document, counted from 0.
    pub document: usize,
    /// The way to it.
    pub path: FieldPath,
    /// Its bytes in [`Effective::text`].
    pub span: Span,
    /// Where it comes from.
    pub said: Said,
}

impl Effective {
    /// The value behind keys of the v1alpha1 document, with dots between them. Nothing where there is no such document.
    #[must_use]
    pub fn get(&self, keys: &str) -> Option<Field<'_>> {
        let document = self.documents.iter().find(|document| document.is_v1alpha1)?;
        // Most of what is asked for is not there, and a way is only made to what is.
        let node = behind(document.document.root(), keys)?;
        let field = Field::new(document, Some(node), FieldPath::root().keys(keys));
        Some(field).filter(Field::is_set)
    }

    /// All values that hold no others, in the order of the text.
    #[must_use]
    pub fn leaves(&self) -> Vec<Leaf> {
        let Some(first) = self.documents.first() else { return Vec::new() };
        first.shared.merge.origins.leaves().into_iter().map(|leaf| first.shared.leaf(leaf)).collect()
    }

    /// Those of [`Effective::leaves`] that override what a patch says in so many words: few of many.
    pub(crate) fn contested(&self) -> &[Leaf] {
        &self.contested
    }

    /// Whether nothing of the configuration comes from a patch: it is the same with the patch and without it.
    #[must_use]
    pub fn is_dead(&self, applied: &Applied) -> bool {
        let mut dead = self.dead.iter().filter_map(|&index| self.applied.get(index));
        dead.any(|dead| Arc::ptr_eq(&dead.patch, &applied.patch))
    }

    /// Whether there is a patch without which it would be the same.
    pub(crate) fn has_dead(&self) -> bool {
        !self.dead.is_empty()
    }

    /// Its text with a note for each value as a comment behind it. It may hold secrets.
    #[must_use]
    pub fn annotated(&self, note: impl Fn(&Leaf) -> String) -> String {
        patch::annotated(&self.text, self.leaves().iter().map(|leaf| (leaf.span, note(leaf))))
    }

    /// The documents of a kind.
    pub fn of_kind(&self, kind: &str) -> impl Iterator<Item = Field<'_>> {
        let is_meant = move |document: &&EffectiveDocument| document.kind() == Some(kind);
        self.documents.iter().filter(is_meant).map(EffectiveDocument::root)
    }
}

impl PartialEq for Effective {
    /// By machines, patches and text.
    fn eq(&self, other: &Self) -> bool {
        (&self.machines, self.minor, &self.applied, &self.failure, &self.text)
            == (&other.machines, other.minor, &other.applied, &other.failure, &other.text)
    }
}

/// The kind of a document; none for the v1alpha1 one.
fn kind_of(document: &Document) -> Option<&str> {
    document.root().get("kind").and_then(manifest::yaml::Node::as_text)
}

impl EffectiveDocument {
    /// Its kind; none for the v1alpha1 document.
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        kind_of(&self.document)
    }

    /// Its name, if it has one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.document.root().get("name").and_then(manifest::yaml::Node::as_text)
    }

    /// The whole document, to look into.
    #[must_use]
    pub fn root(&self) -> Field<'_> {
        Field::new(self, Some(self.document.root()), FieldPath::root())
    }

    /// Where the value at a path comes from; absent where there is none.
    #[must_use]
    pub fn said(&self, path: &FieldPath) -> Option<Said> {
        Some(self.shared.said(&self.origin(path)?, path))
    }

    /// The place of the value at a path, unless it came along with what Omni or Talos writes without being told to.
    fn chosen_at(&self, path: &FieldPath) -> Option<Place> {
        match self.origin(path) {
            Some(origin) => self.shared.is_written(&origin).then(|| self.shared.place(&origin, path)),
            None => Some(self.place_of(path, Part::Value)),
        }
    }

    fn origin(&self, path: &FieldPath) -> Option<Origin> {
        self.shared.merge.origins.get(self.index, path)
    }
}

impl Shared {
    fn leaf(&self, leaf: patch::Leaf) -> Leaf {
        Leaf {
            document: leaf.document,
            said: self.said(&leaf.origin, &leaf.path),
            path: leaf.path,
            span: leaf.span,
        }
    }

    fn said(&self, origin: &Origin, path: &FieldPath) -> Said {
        Said {
            by: match origin.layer {
                talos_config::patch::Layer::Config => None,
                talos_config::patch::Layer::Patch(index) => Some(index),
            },
            place: self.place(origin, path),
            is_written: self.is_written(origin),
            text: (origin.how == How::Written).then(|| origin.text().into()),
            overrode: origin.overrode.iter().map(|origin| self.said(origin, path)).collect(),
        }
    }

    /// Whether a value is what a text of the repository says in so many words.
    fn is_written(&self, origin: &Origin) -> bool {
        origin.how == How::Written && self.text(origin).is_some()
    }

    fn place(&self, origin: &Origin, path: &FieldPath) -> Place {
        match self.text(origin) {
            Some(text) => text.place(Some(origin.span), path, Part::Value),
            None => self.machine.clone(),
        }
    }

    fn text(&self, origin: &Origin) -> Option<&Text> {
        match origin.layer {
            talos_config::patch::Layer::Config => self.written.as_ref(),
            talos_config::patch::Layer::Patch(index) => self.patches.get(index).map(|patch| &patch.text),
        }
    }
}

impl PlaceOf for EffectiveDocument {
    /// The text that said the value; for a value that is not there, its nearest ancestor.
    fn place_of(&self, path: &FieldPath, _: Part) -> Place {
        let mut path = path.clone();
        loop {
            if let Some(origin) = self.origin(&path) {
                return self.shared.place(&origin, &path);
            }
            if path.pop().is_none() {
                return self.shared.machine.clone();
            }
        }
    }
}

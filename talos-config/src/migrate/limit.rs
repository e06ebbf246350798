//! What cannot be said in the other form.

use manifest::FieldPath;

/// Something that one form says and the other cannot, or not alone.
#[derive(Debug, PartialEq, Eq)]
pub struct Limit {
    /// Where it stands: a path of the v1alpha1 document, or a kind with a path in it.
    pub place: &'static str,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Why, as a clause in lower case.
    pub why: &'static str,
}

/// What becomes of what cannot be said in the other form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// It was said, and this is to be known about it.
    Noted,
    /// It stays where it is, and works there.
    Kept,
    /// It is gone: the older Talos has nothing like it.
    Lost,
}

/// A limit that a migration came upon.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// Which one.
    pub limit: &'static Limit,
    /// The document that it is about; `None` is the v1alpha1 one.
    pub document: Option<(&'static str, Option<String>)>,
    /// Where in that document.
    pub path: FieldPath,
}

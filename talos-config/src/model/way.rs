//! Ways to values while a tree is walked.

use manifest::FieldPath;

/// A way from the root of a value, which becomes a path only where somebody wants one.
#[derive(Clone, Copy)]
pub(crate) enum Way<'w> {
    Root,
    Key(&'w Way<'w>, &'w str),
    Index(&'w Way<'w>, usize),
}

impl Way<'_> {
    pub(crate) fn path(&self) -> FieldPath {
        match self {
            Self::Root => FieldPath::root(),
            Self::Key(way, key) => way.path().key(*key),
            Self::Index(way, index) => way.path().index(*index),
        }
    }
}

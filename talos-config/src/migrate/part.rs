//! The parts of what comes out.

use manifest::yaml::{self, Layout, WriteError};
use manifest::{Map, Value};

use crate::registry::Document;

/// A document, or the deletion of one or of something in it.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A document.
    Document(Document),
    /// A deletion; in patches only.
    Deletion(Deletion),
}

/// What a patch deletes with `$patch: delete`. Since 1.14 a document that is not there counts as deleted; a field that
/// is not there does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deletion {
    /// Kind of the document.
    pub kind: &'static str,
    /// Its name, where the kind has names.
    pub name: Option<String>,
    /// Keys on the way to what is deleted; none for the whole document.
    pub path: Vec<String>,
}

impl Part {
    pub(super) fn to_yaml(&self) -> Result<String, WriteError> {
        match self {
            Self::Document(document) => yaml::to_string(document, &Layout::default()),
            Self::Deletion(deletion) => yaml::to_string(&deletion.to_value(), &Layout::default()),
        }
    }

    /// Whether two parts speak of the same thing. Something in a document may be deleted beside the document.
    pub(super) fn clashes_with(&self, other: &Self) -> bool {
        let path = |part: &Self| match part {
            Self::Document(_) => Vec::new(),
            Self::Deletion(deletion) => deletion.path.clone(),
        };
        self.id() == other.id() && path(self) == path(other)
    }

    /// Kind and name, by which a container of documents tells them apart.
    pub(super) fn id(&self) -> (&'static str, Option<String>) {
        match self {
            Self::Document(document) => (document.kind(), document.name().map(str::to_owned)),
            Self::Deletion(deletion) => (deletion.kind, deletion.name.clone()),
        }
    }
}

impl Deletion {
    fn to_value(&self) -> Value {
        let mut marked = Map::new();
        marked.insert("$patch", "delete");
        let mut map = Map::new();
        map.insert("apiVersion", "v1alpha1");
        map.insert("kind", self.kind);
        if let Some(name) = &self.name {
            map.insert("name", &**name);
        }
        match self.path.split_first() {
            None => {
                map.insert("$patch", "delete");
            }
            Some((first, rest)) => {
                let below =
                    |inner: Map, key: &String| [(key.clone(), Value::Mapping(inner))].into_iter().collect();
                map.insert(&**first, rest.iter().rev().fold(marked, below));
            }
        }
        Value::Mapping(map)
    }
}

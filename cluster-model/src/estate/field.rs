//! Looking into documents by keys.

use ::manifest::yaml::{Node, Resolved, resolve};
use ::manifest::{FieldPath, Part, Place, Segment};

use super::Location;

/// Something that knows where the values of a document come from.
pub trait Origin {
    /// The place that said the value at a path.
    fn place_of(&self, path: &FieldPath, part: Part) -> Place;
}

impl Origin for Location {
    fn place_of(&self, path: &FieldPath, part: Part) -> Place {
        self.place(path, part)
    }
}

/// A value somewhere in a document, or the absence of one; looking further into nothing gives nothing.
#[derive(Clone)]
pub struct Field<'e> {
    origin: &'e dyn Origin,
    node: Option<&'e Node>,
    path: FieldPath,
}

impl<'e> Field<'e> {
    /// The value of a node at a path.
    pub fn new(origin: &'e dyn Origin, node: Option<&'e Node>, path: FieldPath) -> Self {
        Self { origin, node, path }
    }

    /// The value behind keys with dots between them.
    #[must_use]
    pub fn get(&self, keys: &str) -> Self {
        let node = self.node.and_then(|node| behind(node, keys));
        Self { origin: self.origin, node, path: self.path.clone().keys(keys) }
    }

    /// The value of one key, whatever is in its name.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let path = self.path.clone().key(key);
        Self { origin: self.origin, node: self.node.and_then(|node| node.get(key)), path }
    }

    /// The items of the list; none where it is none.
    #[must_use]
    pub fn items(&self) -> Vec<Self> {
        let items = self.node.and_then(Node::as_sequence).unwrap_or_default();
        let item = |(index, node)| Self {
            origin: self.origin,
            node: Some(node),
            path: self.path.clone().index(index),
        };
        items.iter().enumerate().map(item).collect()
    }

    /// Keys and values of the mapping; none where it is none.
    #[must_use]
    pub fn entries(&self) -> Vec<(&'e str, Self)> {
        let entries = self.node.and_then(Node::as_mapping).unwrap_or_default();
        let entry = |entry: &'e manifest::yaml::Entry| {
            let key = entry.key.as_text()?;
            let path = self.path.clone().key(key);
            Some((key, Self { origin: self.origin, node: Some(&entry.value), path }))
        };
        entries.iter().filter_map(entry).collect()
    }

    /// Whether there is a value, and it is not nothing.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.node.is_some_and(|node| !node.is_null())
    }

    /// The text of a scalar, whatever its type.
    #[must_use]
    pub fn text(&self) -> Option<&'e str> {
        self.node.filter(|node| !node.is_null()).and_then(Node::as_text)
    }

    /// The boolean, if it is one.
    #[must_use]
    pub fn flag(&self) -> Option<bool> {
        match resolve(&self.node?.as_scalar().filter(|scalar| scalar.is_plain())?.text) {
            Resolved::Bool(flag) => Some(flag),
            _ => None,
        }
    }

    /// The whole number, if its text is one.
    #[must_use]
    pub fn number(&self) -> Option<i64> {
        self.text()?.parse().ok()
    }

    /// The texts of a list.
    #[must_use]
    pub fn texts(&self) -> Vec<&'e str> {
        self.items().iter().filter_map(Self::text).collect()
    }

    /// The node itself.
    #[must_use]
    pub fn node(&self) -> Option<&'e Node> {
        self.node
    }

    /// The way to it in its document.
    #[must_use]
    pub fn path(&self) -> &FieldPath {
        &self.path
    }

    /// The last key on the way to it.
    #[must_use]
    pub fn name(&self) -> &str {
        match self.path.segments().last() {
            Some(Segment::Key(key)) => key,
            _ => "",
        }
    }

    /// Where the value was said; where there is none, where it would be said.
    #[must_use]
    pub fn place(&self) -> Place {
        self.origin.place_of(&self.path, Part::Value)
    }

    /// Where its key was said.
    #[must_use]
    pub fn key_place(&self) -> Place {
        self.origin.place_of(&self.path, Part::Key)
    }

    /// Every scalar below it, itself included.
    #[must_use]
    pub fn scalars(&self) -> Vec<Self> {
        let mut found = Vec::new();
        self.gather(&mut found);
        found
    }

    fn gather(&self, found: &mut Vec<Self>) {
        let Some(node) = self.node else { return };
        if node.as_scalar().is_some() {
            found.push(self.clone());
        }
        self.items().iter().for_each(|item| item.gather(found));
        self.entries().iter().for_each(|(_, value)| value.gather(found));
    }
}

/// The value behind keys with dots between them. Rules ask for a hundred of them in each configuration, and keys are too
/// short for the search that `split` makes.
pub(crate) fn behind<'n>(node: &'n Node, keys: &str) -> Option<&'n Node> {
    let (mut node, mut rest) = (node, keys);
    while let Some(dot) = rest.bytes().position(|byte| byte == b'.') {
        node = node.get(rest.get(..dot)?)?;
        rest = rest.get(dot + 1..)?;
    }
    node.get(rest)
}

impl std::fmt::Debug for Field<'_> {
    /// The way only: the value may be secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Field").field(&self.path.to_string()).finish()
    }
}

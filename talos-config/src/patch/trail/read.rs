//! From a tree to a trail that has the items that the data has.

use std::sync::Arc;

use manifest::Span;
use manifest::yaml::{Entry, Kind, Node};

use super::{Mark, Trail};
use crate::facts::{Facts, Shape, Special};
use crate::patch::How;

/// Reads trails of one text.
#[derive(Clone, Copy)]
pub(crate) struct TrailReader<'r> {
    facts: &'static Facts,
    said: Said<'r>,
    key: fn(&Node) -> String,
    through_aliases: bool,
}

/// Who said what stands in the text.
#[derive(Clone, Copy)]
enum Said<'r> {
    /// The text itself, which is this layer.
    Here(usize),
    /// Others, who are known: the text was made by earlier patches.
    Before(Option<&'r Trail>),
}

impl<'r> TrailReader<'r> {
    /// For a text that is one of the layers.
    pub(crate) fn of_layer(facts: &'static Facts, layer: usize) -> Self {
        Self { facts, said: Said::Here(layer), key: text, through_aliases: true }
    }

    /// For a text that earlier patches made.
    pub(crate) fn of_made(facts: &'static Facts, trail: Option<&'r Trail>) -> Self {
        Self { facts, said: Said::Before(trail), key: text, through_aliases: true }
    }

    /// With another way from keys to texts.
    pub(crate) fn with_keys(self, key: fn(&Node) -> String) -> Self {
        Self { key, ..self }
    }

    /// Without what stands behind aliases.
    pub(crate) fn up_to_aliases(self) -> Self {
        Self { through_aliases: false, ..self }
    }

    /// The trail of a value of which a shape is wanted. What a list drops is dropped here, too.
    pub(crate) fn read(self, node: &Node, shape: &Shape) -> Trail {
        let is_alias = matches!(&node.kind, Kind::Alias(target) if target.span != node.span);
        if is_alias && !self.through_aliases {
            return self.said.trail(node);
        }
        let node = node.target();
        let shape = shape.behind_pointers();
        let mut trail = self.said.trail(node);
        match &node.kind {
            Kind::Mapping(entries) => self.entries(entries, shape, &mut trail),
            Kind::Sequence(items) => {
                let made;
                let (item, keeps_nothing) = match shape {
                    Shape::List { item, .. } => (&**item, matches!(**item, Shape::Pointer(_))),
                    Shape::Special(Special::InlineManifests(place)) => {
                        made = Shape::Struct(*place);
                        (&made, false)
                    }
                    Shape::Special(Special::Args) => (&Shape::String, false),
                    other => (other, true),
                };
                for (index, node) in items.iter().enumerate() {
                    if keeps_nothing || !node.is_null() {
                        let item = Self { said: self.said.item(index), ..self }.read(node, item);
                        trail.items_mut().push(item);
                    }
                }
            }
            Kind::Scalar(_) | Kind::Alias(_) => {}
        }
        trail
    }

    fn entries(self, entries: &[Entry], shape: &Shape, trail: &mut Trail) {
        for entry in entries {
            let key = (self.key)(&entry.key);
            let below = match shape {
                Shape::Struct(place) => self.facts.at(*place).field(&key).map(|(_, field)| &field.shape),
                Shape::Map(inner) => Some(&**inner),
                other => Some(other),
            };
            let reader = Self { said: self.said.key(&key), ..self };
            let below = reader.read(&entry.value, below.unwrap_or(&Shape::Free));
            trail.keys_mut().insert(key.into(), Trail { key: self.said.span(&entry.key), ..below });
        }
        // What a merge key brings stays behind what is there.
        for entry in entries.iter().filter(|entry| entry.key.as_text() == Some("<<")) {
            for source in entry.value.as_sequence().unwrap_or(std::slice::from_ref(&entry.value)) {
                for (key, merged) in self.read(source, shape).keys.iter().flat_map(|keys| keys.iter()) {
                    trail.keys_mut().entry(Arc::clone(key)).or_insert_with(|| merged.clone());
                }
            }
        }
    }
}

impl Said<'_> {
    fn trail(self, node: &Node) -> Trail {
        match self {
            Self::Here(layer) => Trail::new(Mark { layer, span: node.span, how: How::Written }),
            Self::Before(trail) => trail.map_or_else(Trail::default, |trail| Trail {
                mark: trail.mark,
                overrode: trail.overrode.clone(),
                ..Trail::default()
            }),
        }
    }

    fn span(self, key: &Node) -> Span {
        match self {
            Self::Here(_) => key.span,
            Self::Before(trail) => {
                trail.and_then(|trail| trail.key(key.as_text()?)).map(|below| below.key).unwrap_or_default()
            }
        }
    }

    fn key(self, key: &str) -> Self {
        match self {
            Self::Here(layer) => Self::Here(layer),
            Self::Before(trail) => Self::Before(trail.and_then(|trail| trail.key(key))),
        }
    }

    fn item(self, index: usize) -> Self {
        match self {
            Self::Here(layer) => Self::Here(layer),
            Self::Before(trail) => Self::Before(trail.and_then(|trail| trail.item(index))),
        }
    }
}

fn text(key: &Node) -> String {
    key.as_text().unwrap_or_default().to_owned()
}

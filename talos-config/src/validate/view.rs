//! Looking into data by keys.

use std::borrow::Cow;

use manifest::Value;

use crate::configuration::Document;
use crate::facts::{Facts, Shape, Special};
use crate::model::Datum;

/// A value somewhere in a document, or the absence of one; looking further into nothing gives nothing.
#[derive(Clone, Copy)]
pub(super) struct View<'d> {
    facts: &'static Facts,
    found: Option<(&'d Datum, &'d Shape)>,
    /// The document itself has no shape of its own.
    root: Option<(&'d Datum, usize)>,
}

impl<'d> View<'d> {
    pub(super) fn of(document: &'d Document, facts: &'static Facts) -> Self {
        Self { facts, found: None, root: Some((&document.datum, document.place)) }
    }

    /// The value behind keys with dots between them; nothing where there is none, or a pointer to nothing.
    pub(super) fn get(self, keys: &str) -> Self {
        keys.split('.').fold(self, Self::child)
    }

    /// The value of one key, whatever it holds.
    pub(super) fn entry(self, key: &str) -> Self {
        self.child(key)
    }

    fn child(self, key: &str) -> Self {
        let nothing = Self { facts: self.facts, found: None, root: None };
        let (datum, place) = match (self.root, self.found.map(|(datum, shape)| (datum, bare(shape)))) {
            (Some(root), _) => root,
            (_, Some((datum, Shape::Struct(place) | Shape::Special(Special::InlineManifests(place))))) => {
                (datum, *place)
            }
            (_, Some((Datum::Map(entries), Shape::Map(inner)))) => {
                let found =
                    entries.get(key).filter(|value| **value != Datum::Nil).map(|value| (value, &**inner));
                return Self { found, ..nothing };
            }
            (_, Some((Datum::Struct(parts), Shape::Special(Special::Pem { .. })))) => {
                static TEXT: Shape = Shape::String;
                let part = parts.get(usize::from(key == "key"));
                return Self { found: part.map(|part| (part, &TEXT)), ..nothing };
            }
            _ => return nothing,
        };
        let facts: &'static Facts = self.facts;
        let Some((index, field)) = facts.at(place).field(key) else { return nothing };
        let value = datum.field(index).filter(|value| **value != Datum::Nil);
        Self { found: value.map(|value| (value, &field.shape)), ..nothing }
    }

    /// Whether there is anything: a pointer that is set, a list or mapping that was given.
    pub(super) fn is_set(self) -> bool {
        self.found.is_some() || self.root.is_some()
    }

    /// Whether there is anything but the zero value.
    pub(super) fn is_given(self) -> bool {
        self.found.is_some_and(|(datum, shape)| !datum.is_empty(bare(shape), self.facts))
    }

    /// Whether there is a value behind keys that is not zero.
    pub(super) fn has(self, keys: &str) -> bool {
        self.get(keys).is_given()
    }

    /// The text behind keys; empty where there is none.
    pub(super) fn text(self, keys: &str) -> Cow<'d, str> {
        self.get(keys).own_text()
    }

    /// The text of the value itself.
    pub(super) fn own_text(self) -> Cow<'d, str> {
        match self.found {
            Some((Datum::Text(text), _)) => Cow::Borrowed(text),
            Some((Datum::Url(url), _)) => Cow::Owned(url.to_string()),
            Some((Datum::Struct(sides), Shape::Special(Special::Size))) => {
                Cow::Borrowed(sides.iter().find_map(Datum::as_text).unwrap_or_default())
            }
            _ => Cow::Borrowed(""),
        }
    }

    /// Whether the boolean behind keys is true.
    pub(super) fn flag(self, keys: &str) -> bool {
        matches!(self.get(keys).found, Some((Datum::Bool(true), _)))
    }

    /// The number behind keys; 0 where there is none.
    pub(super) fn number(self, keys: &str) -> i128 {
        self.get(keys).own_number()
    }

    /// The number itself; 0 where there is none.
    pub(super) fn own_number(self) -> i128 {
        match self.found {
            Some((Datum::Int(number), _)) => *number,
            _ => 0,
        }
    }

    /// The items of the list behind keys.
    pub(super) fn items(self, keys: &str) -> Vec<Self> {
        let list = self.get(keys);
        let item = match list.found.map(|(_, shape)| bare(shape)) {
            Some(Shape::List { item, .. }) => &**item,
            // Manifests read themselves, but are structs all the same.
            Some(shape @ Shape::Special(Special::InlineManifests(_))) => shape,
            _ => return Vec::new(),
        };
        let Some((Datum::List(items), _)) = list.found else { return Vec::new() };
        let view = |datum: &'d Datum| Self {
            facts: self.facts,
            found: (*datum != Datum::Nil).then_some((datum, item)),
            root: None,
        };
        items.iter().map(view).collect()
    }

    /// The texts of the list behind keys.
    pub(super) fn texts(self, keys: &str) -> Vec<Cow<'d, str>> {
        self.items(keys).into_iter().map(Self::own_text).collect()
    }

    /// The keys of the mapping behind keys, in order.
    pub(super) fn keys(self, keys: &str) -> Vec<&'d str> {
        match self.get(keys).found {
            Some((Datum::Map(entries), _)) => entries.keys().map(String::as_str).collect(),
            Some((Datum::Free(free), _)) => {
                let mut names: Vec<_> =
                    free.value.as_mapping().into_iter().flat_map(manifest::Map::keys).collect();
                names.sort_unstable();
                names
            }
            _ => Vec::new(),
        }
    }

    /// Keys and texts of a mapping of texts.
    pub(super) fn pairs(self, keys: &str) -> Vec<(&'d str, &'d str)> {
        match self.get(keys).found {
            Some((Datum::Map(entries), _)) => entries
                .iter()
                .map(|(key, value)| (key.as_str(), value.as_text().unwrap_or_default()))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// A number in a free mapping that JSON cannot say, as Go prints it.
    pub(super) fn not_json(self) -> Option<&'static str> {
        match self.found {
            Some((Datum::Free(free), _)) => not_json(&free.value),
            _ => None,
        }
    }

    /// The two ends of a range of ports.
    pub(super) fn port_range(self) -> (i128, i128) {
        match self.found {
            Some((Datum::Int(port), _)) => (*port, *port),
            Some((Datum::Text(range), _)) => {
                let ends = range.split_once('-').unwrap_or((range, range));
                (ends.0.parse().unwrap_or_default(), ends.1.parse().unwrap_or_default())
            }
            _ => (0, 0),
        }
    }

    /// The URL behind keys.
    pub(super) fn url(self, keys: &str) -> Option<&'d crate::scalar::Url> {
        match self.get(keys).found {
            Some((Datum::Url(url), _)) => Some(url),
            _ => None,
        }
    }
}

fn bare(shape: &Shape) -> &Shape {
    match shape {
        Shape::Pointer(inner) => bare(inner),
        other => other,
    }
}

fn not_json(value: &Value) -> Option<&'static str> {
    match value {
        Value::Float(number) if number.is_nan() => Some("NaN"),
        Value::Float(number) if number.is_infinite() => Some(if *number > 0.0 { "+Inf" } else { "-Inf" }),
        Value::Sequence(items) => items.iter().find_map(not_json),
        Value::Mapping(map) => map.iter().find_map(|(_, value)| not_json(value)),
        _ => None,
    }
}

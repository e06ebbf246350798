//! Looking into data by keys.

pub(super) mod way;

use manifest::Value;

pub(super) use self::way::Way;
pub(super) use self::way::keys;
use crate::configuration::Document;
use crate::facts::{Facts, Shape, Special};
use crate::model::Datum;

/// A value somewhere in a document, or the absence of one; looking further into nothing gives nothing.
#[derive(Clone, Copy)]
pub(super) struct View<'d> {
    facts: &'static Facts,
    datum: Option<&'d Datum>,
    /// What it is, behind pointers. Of each struct there is one shape, by which views of it are known.
    shape: &'static Shape,
}

impl<'d> View<'d> {
    pub(super) fn of(document: &'d Document, facts: &'static Facts) -> Self {
        Self { facts, datum: Some(&document.datum), shape: &facts.at(document.place).shape }
    }

    /// The value behind keys with dots between them; nothing where there is none, or a pointer to nothing.
    #[inline]
    pub(super) fn get(self, keys: impl Way) -> Self {
        keys.follow(self)
    }

    /// The value of one key, whatever it holds.
    pub(super) fn entry(self, key: &str) -> Self {
        let (datum, shape) = match (self.datum, self.shape) {
            (Some(Datum::Map(entries)), Shape::Map(inner)) => (entries.get(key), bare(inner, self.facts)),
            (Some(datum), shape) => match place_of(key, shape, self.facts) {
                Some((place, shape)) => (datum.field(place), shape),
                None => (None, shape),
            },
            (None, shape) => (None, shape),
        };
        Self { datum: datum.filter(|datum| !matches!(datum, Datum::Nil)), shape, ..self }
    }

    /// Whether there is anything: a pointer that is set, a list or mapping that was given.
    #[inline]
    pub(super) fn is_set(self) -> bool {
        self.datum.is_some()
    }

    /// Whether there is anything but the zero value.
    #[inline]
    pub(super) fn is_given(self) -> bool {
        self.datum.is_some_and(|datum| !datum.is_empty(self.shape, self.facts))
    }

    /// Whether there is a value behind keys that is not zero.
    #[inline]
    pub(super) fn has(self, keys: impl Way) -> bool {
        self.get(keys).is_given()
    }

    /// The text behind keys; empty where there is none.
    #[inline]
    pub(super) fn text(self, keys: impl Way) -> &'d str {
        self.get(keys).own_text()
    }

    /// The text of the value itself.
    #[inline]
    pub(super) fn own_text(self) -> &'d str {
        match self.datum {
            Some(Datum::Text(text)) => text,
            Some(Datum::Struct(sides)) if *self.shape == Shape::Special(Special::Size) => {
                sides.iter().find_map(Datum::as_text).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// Whether the boolean behind keys is true.
    #[inline]
    pub(super) fn flag(self, keys: impl Way) -> bool {
        matches!(self.get(keys).datum, Some(Datum::Bool(true)))
    }

    /// The number behind keys; 0 where there is none.
    #[inline]
    pub(super) fn number(self, keys: impl Way) -> i128 {
        self.get(keys).own_number()
    }

    /// The number itself; 0 where there is none.
    #[inline]
    pub(super) fn own_number(self) -> i128 {
        match self.datum {
            Some(Datum::Int(number)) => *number,
            _ => 0,
        }
    }

    /// The items of the list behind keys.
    #[inline]
    pub(super) fn items(self, keys: impl Way) -> Items<'d> {
        let list = self.get(keys);
        let (items, shape) = match (list.datum, list.shape) {
            (Some(Datum::List(items)), Shape::List { item, .. }) => {
                (items.as_slice(), bare(item, list.facts))
            }
            // Manifests read themselves, but are structs all the same.
            (Some(Datum::List(items)), Shape::Special(Special::InlineManifests(place))) => {
                (items.as_slice(), &list.facts.at(*place).shape)
            }
            _ => (&[][..], &Shape::Free),
        };
        Items { facts: list.facts, rest: items.iter(), shape }
    }

    /// The texts of the list behind keys.
    pub(super) fn texts(self, keys: impl Way) -> Vec<&'d str> {
        self.items(keys).map(Self::own_text).collect()
    }

    /// The keys of the mapping behind keys, in order.
    pub(super) fn keys(self, keys: impl Way) -> Vec<&'d str> {
        self.get(keys).own_keys()
    }

    /// The keys of the mapping itself, in order.
    pub(super) fn own_keys(self) -> Vec<&'d str> {
        match self.datum {
            Some(Datum::Map(entries)) => entries.keys().map(String::as_str).collect(),
            Some(Datum::Free(free)) => {
                let mut names: Vec<_> =
                    free.value.as_mapping().into_iter().flat_map(manifest::Map::keys).collect();
                names.sort_unstable();
                names
            }
            _ => Vec::new(),
        }
    }

    /// Keys and texts of the mapping of texts behind keys.
    pub(super) fn pairs(self, keys: impl Way) -> impl Iterator<Item = (&'d str, &'d str)> + Clone {
        let pairs = self.entries(keys);
        pairs.map(|(key, value)| (key, value.datum.and_then(Datum::as_text).unwrap_or_default()))
    }

    /// Keys and values of the mapping behind keys.
    pub(super) fn entries(self, keys: impl Way) -> impl Iterator<Item = (&'d str, Self)> + Clone {
        let map = self.get(keys);
        let (entries, shape) = match (map.datum, map.shape) {
            (Some(Datum::Map(entries)), Shape::Map(inner)) => (Some(entries), bare(inner, map.facts)),
            (_, shape) => (None, shape),
        };
        entries.into_iter().flatten().map(move |(key, datum)| {
            let datum = (!matches!(datum, Datum::Nil)).then_some(datum);
            (key.as_str(), Self { datum, shape, ..map })
        })
    }

    /// A number in a free mapping that JSON cannot say, as Go prints it.
    pub(super) fn not_json(self) -> Option<&'static str> {
        match self.datum {
            Some(Datum::Free(free)) => not_json(&free.value),
            _ => None,
        }
    }

    /// The two ends of a range of ports.
    pub(super) fn port_range(self) -> (i128, i128) {
        match self.datum {
            Some(Datum::Int(port)) => (*port, *port),
            Some(Datum::Text(range)) => {
                let ends = range.split_once('-').unwrap_or((range, range));
                (ends.0.parse().unwrap_or_default(), ends.1.parse().unwrap_or_default())
            }
            _ => (0, 0),
        }
    }

    /// The URL behind keys.
    pub(super) fn url(self, keys: impl Way) -> Option<&'d crate::scalar::Url> {
        match self.get(keys).datum {
            Some(Datum::Url(url)) => Some(url),
            _ => None,
        }
    }
}

/// The items of a list, one after the other.
#[derive(Clone)]
pub(super) struct Items<'d> {
    facts: &'static Facts,
    rest: std::slice::Iter<'d, Datum>,
    shape: &'static Shape,
}

impl Items<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.rest.len() == 0
    }
}

impl<'d> Iterator for Items<'d> {
    type Item = View<'d>;

    fn next(&mut self) -> Option<View<'d>> {
        let datum = self.rest.next()?;
        let datum = (!matches!(datum, Datum::Nil)).then_some(datum);
        Some(View { facts: self.facts, datum, shape: self.shape })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rest.size_hint()
    }
}

impl ExactSizeIterator for Items<'_> {}

/// Where a value of a shape has what stands behind a key, and the shape of that; none where there is no such field.
fn place_of(key: &str, shape: &Shape, facts: &'static Facts) -> Option<(usize, &'static Shape)> {
    static TEXT: Shape = Shape::String;
    match shape {
        Shape::Struct(place) => {
            let (place, field) = facts.at(*place).field(key)?;
            Some((place, bare(&field.shape, facts)))
        }
        Shape::Special(Special::Pem { .. }) => Some((usize::from(key == "key"), &TEXT)),
        _ => None,
    }
}

/// What a shape is when it is not absent; of a struct the one shape that it has.
fn bare(shape: &'static Shape, facts: &'static Facts) -> &'static Shape {
    match shape.behind_pointers() {
        Shape::Struct(place) => &facts.at(*place).shape,
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

//! Looking into data by keys.

pub(super) mod way;

use std::collections::btree_map;

use manifest::Value;

pub(super) use self::way::Way;
pub(super) use self::way::{fields, keys};
use crate::configuration::Document;
use crate::facts::{Facts, Shape, Special};
use crate::model::Datum;

/// A value somewhere in a document, or the absence of one; looking further into nothing gives nothing.
#[derive(Clone, Copy)]
pub(super) struct View<'d> {
    facts: &'static Facts,
    /// [`Datum::Nil`] where there is nothing.
    datum: &'d Datum,
    /// What it is, behind pointers. Of each struct there is one shape, by which views of it are known.
    shape: &'static Shape,
}

static NOTHING: Datum = Datum::Nil;

impl<'d> View<'d> {
    pub(super) fn of(document: &'d Document, facts: &'static Facts) -> Self {
        Self { facts, datum: &document.datum, shape: &facts.at(document.place).shape }
    }

    /// The value behind keys with dots between them; nothing where there is none, or a pointer to nothing.
    #[inline]
    pub(super) fn get(self, keys: impl Way) -> Self {
        keys.follow(self)
    }

    /// The value of one key, whatever it holds.
    pub(super) fn entry(self, key: &str) -> Self {
        let (datum, shape) = match (self.datum, self.shape) {
            (Datum::Map(entries), Shape::Map(inner)) => {
                (entries.get(key).unwrap_or(&NOTHING), bare(inner, self.facts))
            }
            (_, shape @ Shape::Map(_)) => (&NOTHING, shape),
            (datum, shape) => match place_of(key, shape, self.facts) {
                Some((place, shape)) => (at(datum, usize::from(place)), shape),
                None => (&NOTHING, shape),
            },
        };
        Self { datum, shape, ..self }
    }

    /// Whether there is anything: a pointer that is set, a list or mapping that was given.
    #[inline]
    pub(super) fn is_set(self) -> bool {
        !matches!(self.datum, Datum::Nil)
    }

    /// Whether there is anything but the zero value.
    #[inline]
    pub(super) fn is_given(self) -> bool {
        match (self.datum, self.shape) {
            (Datum::Nil, _) => false,
            (Datum::Text(text), Shape::String) => !text.is_empty(),
            (datum, shape) => !datum.is_empty(shape, self.facts),
        }
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
            Datum::Text(text) => text,
            Datum::Struct(sides) => size_text(sides, self.shape),
            _ => "",
        }
    }

    /// Whether the boolean behind keys is true.
    #[inline]
    pub(super) fn flag(self, keys: impl Way) -> bool {
        matches!(self.get(keys).datum, Datum::Bool(true))
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
            Datum::Int(number) => *number,
            _ => 0,
        }
    }

    /// The items of the list behind keys.
    #[inline]
    pub(super) fn items(self, keys: impl Way) -> Items<'d> {
        self.get(keys).own_items()
    }

    /// The items of the list itself.
    #[inline]
    pub(super) fn own_items(self) -> Items<'d> {
        let Self { facts, datum, shape } = self;
        match datum {
            Datum::List(items) if !items.is_empty() => {
                Items { facts, rest: items.iter(), shape: item_of(shape, facts) }
            }
            _ => Items { facts, rest: [].iter(), shape },
        }
    }

    /// The texts of the list behind keys.
    #[inline]
    pub(super) fn texts(self, keys: impl Way) -> Texts<'d> {
        self.get(keys).own_texts()
    }

    /// The texts of the list itself.
    #[inline]
    pub(super) fn own_texts(self) -> Texts<'d> {
        let texts: &[Datum] = match self.datum {
            Datum::List(texts) => texts,
            _ => &[],
        };
        texts.iter().map(|text| text.as_text().unwrap_or_default())
    }

    /// Whether the value itself is a mapping with a key.
    pub(super) fn has_key(self, key: &str) -> bool {
        match self.datum {
            Datum::Map(entries) => entries.contains_key(key),
            Datum::Free(free) => free.value.as_mapping().is_some_and(|map| map.contains_key(key)),
            _ => false,
        }
    }

    /// The keys of the mapping itself that are wanted, in order.
    pub(super) fn keys_that(self, are_wanted: impl Fn(&str) -> bool) -> Vec<&'d str> {
        match self.datum {
            Datum::Map(entries) => entries.keys().map(String::as_str).filter(|key| are_wanted(key)).collect(),
            Datum::Free(free) => {
                let keys = free.value.as_mapping().into_iter().flat_map(manifest::Map::keys);
                let mut keys: Vec<_> = keys.filter(|key| are_wanted(key)).collect();
                keys.sort_unstable();
                keys
            }
            _ => Vec::new(),
        }
    }

    /// Keys and texts of the mapping of texts behind keys.
    pub(super) fn pairs(self, keys: impl Way) -> impl Iterator<Item = (&'d str, &'d str)> {
        let pairs = self.entries(keys);
        pairs.map(|(key, value)| (key, value.datum.as_text().unwrap_or_default()))
    }

    /// Keys and values of the mapping behind keys.
    pub(super) fn entries(self, keys: impl Way) -> impl Iterator<Item = (&'d str, Self)> {
        let map = self.get(keys);
        let (entries, shape) = match (map.datum, map.shape) {
            (Datum::Map(entries), Shape::Map(inner)) => (entries.iter(), bare(inner, map.facts)),
            (_, shape) => (btree_map::Iter::default(), shape),
        };
        entries.map(move |(key, datum)| (key.as_str(), Self { datum, shape, ..map }))
    }

    /// A number in a free mapping that JSON cannot say, as Go prints it.
    pub(super) fn not_json(self) -> Option<&'static str> {
        match self.datum {
            Datum::Free(free) => not_json(&free.value),
            _ => None,
        }
    }

    /// The two ends of a range of ports.
    pub(super) fn port_range(self) -> (i128, i128) {
        match self.datum {
            Datum::Int(port) => (*port, *port),
            Datum::Text(range) => {
                let ends = range.split_once('-').unwrap_or((range, range));
                (ends.0.parse().unwrap_or_default(), ends.1.parse().unwrap_or_default())
            }
            _ => (0, 0),
        }
    }

    /// The URL behind keys.
    pub(super) fn url(self, keys: impl Way) -> Option<&'d crate::scalar::Url> {
        match self.get(keys).datum {
            Datum::Url(url) => Some(url),
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

/// The texts of a list, one after the other.
pub(super) type Texts<'d> = std::iter::Map<std::slice::Iter<'d, Datum>, fn(&'d Datum) -> &'d str>;

impl Items<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.rest.len() == 0
    }
}

impl<'d> Iterator for Items<'d> {
    type Item = View<'d>;

    #[inline]
    fn next(&mut self) -> Option<View<'d>> {
        self.rest.next().map(|datum| View { facts: self.facts, datum, shape: self.shape })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rest.size_hint()
    }
}

impl ExactSizeIterator for Items<'_> {}

/// The value at a place of a struct; nothing where there is none.
#[inline]
fn at(datum: &Datum, place: usize) -> &Datum {
    datum.field(place).unwrap_or(&NOTHING)
}

/// The text of a size, whichever side it has.
#[cold]
fn size_text<'d>(sides: &'d [Datum], shape: &Shape) -> &'d str {
    let is_size = *shape == Shape::Special(Special::Size);
    sides.iter().filter(|_| is_size).find_map(Datum::as_text).unwrap_or_default()
}

/// What the items of a list are.
fn item_of(list: &'static Shape, facts: &'static Facts) -> &'static Shape {
    match list {
        Shape::List { item, .. } => bare(item, facts),
        // Manifests read themselves, but are structs all the same.
        Shape::Special(Special::InlineManifests(place)) => &facts.at(*place).shape,
        other => other,
    }
}

/// No struct has so many fields: what stands there is nothing.
const NOWHERE: u8 = u8::MAX;

/// Where a value of a shape has what stands behind a key, and the shape of that; none where there is no such field, or a
/// mapping, in which nothing has a place.
fn place_of(key: &str, shape: &Shape, facts: &'static Facts) -> Option<(u8, &'static Shape)> {
    static TEXT: Shape = Shape::String;
    debug_assert!(!matches!(shape, Shape::Map(_)), "keys of mappings are no fields");
    match shape {
        Shape::Struct(place) => {
            let (place, field) = facts.at(*place).field(key)?;
            Some((u8::try_from(place).unwrap_or(NOWHERE), bare(&field.shape, facts)))
        }
        Shape::Special(Special::Pem { .. }) => Some((u8::from(key == "key"), &TEXT)),
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

//! Looking into data by keys.

use std::borrow::Cow;

use manifest::Value;

use crate::configuration::Document;
use crate::facts::{Facts, Field, Key, Shape, Special, Struct};
use crate::model::Datum;

/// A value somewhere in a document, or the absence of one; looking further into nothing gives nothing.
#[derive(Clone, Copy)]
pub(super) struct View<'d> {
    facts: &'static Facts,
    found: Option<(&'d Datum, &'d Shape)>,
}

/// Which value of a value is meant: a text of keys with dots between them, or [`keys!`], which takes such a text apart
/// when the crate is built.
pub(super) trait Way {
    fn follow(self, from: View<'_>) -> View<'_>;
}

impl<T: AsRef<str> + ?Sized> Way for &T {
    fn follow(self, from: View<'_>) -> View<'_> {
        // Nothing below nothing: then the keys need not be told apart.
        if from.is_set() { self.as_ref().split('.').fold(from, View::entry) } else { from }
    }
}

/// Keys, one below the other.
pub(super) struct Keys {
    keys: [Key<'static>; Self::MOST],
    count: usize,
}

impl Keys {
    const MOST: usize = 6;

    /// Takes a text of keys with dots between them apart.
    #[expect(
        clippy::indexing_slicing,
        reason = "only run when the crate is built, where too many keys are an error"
    )]
    pub(super) const fn of(mut text: &'static str) -> Self {
        let mut keys = [Key::of(""); Self::MOST];
        let mut count = 0;
        let mut end = 0;
        while end < text.len() {
            if text.as_bytes()[end] == b'.' {
                let (key, rest) = text.split_at(end);
                keys[count] = Key::of(key);
                count += 1;
                text = rest.split_at(1).1;
                end = 0;
            } else {
                end += 1;
            }
        }
        keys[count] = Key::of(text);
        Self { keys, count: count + 1 }
    }
}

impl Way for &Keys {
    #[inline]
    fn follow(self, from: View<'_>) -> View<'_> {
        self.keys.iter().take(self.count).fold(from, |view, key| view.known(*key))
    }
}

/// Keys with dots between them, taken apart when the crate is built.
macro_rules! keys {
    ($text:literal) => {
        const { &$crate::validate::view::Keys::of($text) }
    };
}
pub(super) use keys;

impl<'d> View<'d> {
    pub(super) fn of(document: &'d Document, facts: &'static Facts) -> Self {
        Self { facts, found: Some((&document.datum, &facts.at(document.place).shape)) }
    }

    /// The value behind keys with dots between them; nothing where there is none, or a pointer to nothing.
    #[inline]
    pub(super) fn get(self, keys: impl Way) -> Self {
        keys.follow(self)
    }

    /// The value of one key, whatever it holds.
    pub(super) fn entry(self, key: &str) -> Self {
        self.child(key, |owner| owner.field(key))
    }

    /// The same for a key that is known when the crate is built.
    fn known(self, key: Key<'static>) -> Self {
        self.child(key.text, |owner| owner.known_field(key))
    }

    fn child(self, key: &str, field: impl Fn(&'static Struct) -> Option<(usize, &'static Field)>) -> Self {
        let nothing = Self { facts: self.facts, found: None };
        let Some((datum, shape)) = self.found else { return nothing };
        let (value, shape) = match (datum, bare(shape)) {
            (
                Datum::Struct(values),
                Shape::Struct(place) | Shape::Special(Special::InlineManifests(place)),
            ) => {
                let Some((index, field)) = field(self.facts.at(*place)) else { return nothing };
                (values.get(index), &field.shape)
            }
            (Datum::Map(entries), Shape::Map(inner)) => (entries.get(key), &**inner),
            (Datum::Struct(parts), Shape::Special(Special::Pem { .. })) => {
                static TEXT: Shape = Shape::String;
                (parts.get(usize::from(key == "key")), &TEXT)
            }
            _ => return nothing,
        };
        let found = value.filter(|value| !matches!(value, Datum::Nil)).map(|value| (value, shape));
        Self { facts: self.facts, found }
    }

    /// Whether there is anything: a pointer that is set, a list or mapping that was given.
    pub(super) fn is_set(self) -> bool {
        self.found.is_some()
    }

    /// Whether there is anything but the zero value.
    pub(super) fn is_given(self) -> bool {
        self.found.is_some_and(|(datum, shape)| !datum.is_empty(bare(shape), self.facts))
    }

    /// Whether there is a value behind keys that is not zero.
    pub(super) fn has(self, keys: impl Way) -> bool {
        self.get(keys).is_given()
    }

    /// The text behind keys; empty where there is none.
    pub(super) fn text(self, keys: impl Way) -> Cow<'d, str> {
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
    pub(super) fn flag(self, keys: impl Way) -> bool {
        matches!(self.get(keys).found, Some((Datum::Bool(true), _)))
    }

    /// The number behind keys; 0 where there is none.
    pub(super) fn number(self, keys: impl Way) -> i128 {
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
    pub(super) fn items(self, keys: impl Way) -> Items<'d> {
        let list = self.get(keys);
        let (items, shape) = match list.found.map(|(datum, shape)| (datum, bare(shape))) {
            Some((Datum::List(items), Shape::List { item, .. })) => (items.as_slice(), &**item),
            // Manifests read themselves, but are structs all the same.
            Some((Datum::List(items), shape @ Shape::Special(Special::InlineManifests(_)))) => {
                (items.as_slice(), shape)
            }
            _ => (&[][..], &Shape::Free),
        };
        Items { facts: self.facts, rest: items.iter(), shape }
    }

    /// The texts of the list behind keys.
    pub(super) fn texts(self, keys: impl Way) -> Vec<Cow<'d, str>> {
        self.items(keys).map(Self::own_text).collect()
    }

    /// The keys of the mapping behind keys, in order.
    pub(super) fn keys(self, keys: impl Way) -> Vec<&'d str> {
        self.get(keys).own_keys()
    }

    /// The keys of the mapping itself, in order.
    pub(super) fn own_keys(self) -> Vec<&'d str> {
        match self.found {
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
    pub(super) fn pairs(self, keys: impl Way) -> Vec<(&'d str, &'d str)> {
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
    pub(super) fn url(self, keys: impl Way) -> Option<&'d crate::scalar::Url> {
        match self.get(keys).found {
            Some((Datum::Url(url), _)) => Some(url),
            _ => None,
        }
    }
}

/// The items of a list, one after the other.
#[derive(Clone)]
pub(super) struct Items<'d> {
    facts: &'static Facts,
    rest: std::slice::Iter<'d, Datum>,
    shape: &'d Shape,
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
        let found = (!matches!(datum, Datum::Nil)).then_some((datum, self.shape));
        Some(View { facts: self.facts, found })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rest.size_hint()
    }
}

impl ExactSizeIterator for Items<'_> {}

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

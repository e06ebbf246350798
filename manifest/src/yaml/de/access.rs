//! Lists, mappings and choices, item by item.

use std::collections::HashSet;

use serde::de::{DeserializeSeed, Unexpected};
use serde::de::{Deserializer, EnumAccess, Error as _, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::error::Error;
use super::node::{Reader, Trail};
use super::stand_in::name;
use super::wrong_type;
use crate::yaml::node::{Entry, Kind, Node};

/// The items of a list.
pub(super) struct Items<'a> {
    reader: Reader<'a>,
    items: std::iter::Enumerate<std::slice::Iter<'a, Node>>,
}

/// The entries of a mapping, as the fields of a struct or the keys of a map.
pub(super) struct Keys<'a> {
    reader: Reader<'a>,
    entries: std::vec::IntoIter<&'a Entry>,
    value: Option<&'a Entry>,
    /// What no entry gives and has to be there.
    missing: std::vec::IntoIter<&'static str>,
}

/// One of several variants: a name alone, or a mapping from the name to the content.
pub(super) struct Choice<'a> {
    reader: Reader<'a>,
    name: &'a str,
    content: Option<&'a Node>,
}

impl<'a> Items<'a> {
    pub(super) fn new(reader: Reader<'a>, items: &'a [Node]) -> Self {
        reader.context.walk(items.len());
        Self { reader, items: items.iter().enumerate() }
    }
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Error;

    /// An item that fails is reported and ends the list: the seed is spent. The next pass leaves it out. So it
    /// does with empty items that the type of the items has no value for; all of them at once.
    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        let context = self.reader.context;
        let Some((index, node)) = self.items.find(|(_, node)| !context.has_failed(node)) else {
            return Ok(None);
        };
        let trail = Trail::Index(self.reader.trail, index);
        match seed.deserialize(Reader { node, trail: &trail, context, is_droppable: true }) {
            Ok(item) => Ok(Some(item)),
            Err(error) if error.is_dropped() => {
                context.fail(node);
                self.items
                    .by_ref()
                    .filter(|(_, node)| node.is_null())
                    .for_each(|(_, node)| context.fail(node));
                Ok(None)
            }
            Err(error) => context.report(error, node, &trail).unless_fatal(),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

impl<'a> Keys<'a> {
    pub(super) fn new(
        reader: Reader<'a>,
        entries: &'a [Entry],
        known: Option<&'static [&'static str]>,
    ) -> Result<Self, Error> {
        reader.context.walk(entries.len());
        let release = reader.context.release();
        let mut flat = Flat { entries: Vec::with_capacity(entries.len()), keys: None };
        let mut merged: Vec<&Node> = Vec::new();
        let may_repeat = reader.context.has_duplicate_keys();
        for entry in entries {
            if entry.key.is_merge_sign(release) {
                merged.push(&entry.value);
            } else if !(may_repeat && flat.holds(&entry.key)) {
                flat.push(entry);
            }
        }
        let own = flat.entries.len();
        for node in merged {
            flat.merge(reader, node)?;
        }
        let mut flat = flat.entries;
        if let Some(known) = known {
            let is_known = |entry: &&Entry| entry.key.as_text().is_some_and(|key| known.contains(&key));
            if !flat.iter().all(is_known) {
                let present = flat.iter().filter(|entry| is_known(entry));
                let present: Vec<&str> = present.filter_map(|entry| entry.key.as_text()).collect();
                for (index, entry) in flat.iter().enumerate().filter(|(_, entry)| !is_known(entry)) {
                    let is_own = index < own;
                    reader.context.unknown_key(&entry.key, is_own, reader.trail, known, &present);
                }
                flat.retain(is_known);
            }
        }
        let missing = reader.context.missing_keys(reader.node).into_iter();
        Ok(Self { reader, entries: flat.into_iter(), value: None, missing })
    }

    /// Whether nothing stands in for a key that is missing.
    pub(super) fn is_whole(&self) -> bool {
        self.missing.as_slice().is_empty()
    }

    fn next(&mut self) -> Option<&'a Entry> {
        let context = self.reader.context;
        self.entries.find(|entry| !(context.has_failed(&entry.value) || context.has_failed(&entry.key)))
    }

    fn key<'de, S: DeserializeSeed<'de>>(&self, entry: &Entry, seed: S) -> Result<S::Value, Error> {
        let trail = Trail::Key(self.reader.trail, entry.key.as_text().unwrap_or_default());
        let context = self.reader.context;
        seed.deserialize(Reader { node: &entry.key, trail: &trail, context, is_droppable: true })
    }

    fn value<'de, S: DeserializeSeed<'de>>(&self, entry: &Entry, seed: S) -> Result<S::Value, Error> {
        let trail = Trail::Key(self.reader.trail, entry.key.as_text().unwrap_or_default());
        let context = self.reader.context;
        seed.deserialize(Reader { node: &entry.value, trail: &trail, context, is_droppable: false })
            .map_err(|error| context.report(error, &entry.value, &trail))
    }
}

impl<'de> MapAccess<'de> for Keys<'_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        self.value = self.next();
        match self.value {
            // Go leaves out an entry whose key is nothing; so does the next pass.
            Some(entry) => match self.key(entry, seed) {
                Err(error) if error.is_dropped() => {
                    self.reader.context.fail(&entry.key);
                    Ok(None)
                }
                key => key.map(Some),
            },
            None => self.missing.next().map(|key| seed.deserialize(name(key))).transpose(),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        match self.value.take() {
            Some(entry) => self.value(entry, seed),
            None => self.reader.context.stand_in(seed),
        }
    }

    /// What maps use: an entry that fails is reported and ends the map for this pass, as for lists.
    fn next_entry_seed<K: DeserializeSeed<'de>, V: DeserializeSeed<'de>>(
        &mut self,
        key: K,
        value: V,
    ) -> Result<Option<(K::Value, V::Value)>, Error> {
        let Some(entry) = self.next() else {
            let stand_in =
                |missing| Ok((key.deserialize(name(missing))?, self.reader.context.stand_in(value)?));
            return self.missing.next().map(stand_in).transpose();
        };
        match self.key(entry, key).and_then(|key| Ok((key, self.value(entry, value)?))) {
            Ok(pair) => Ok(Some(pair)),
            Err(error) if error.is_dropped() => {
                self.reader.context.fail(&entry.key);
                Ok(None)
            }
            Err(error) => error.unless_fatal(),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}

impl<'a> Choice<'a> {
    pub(super) fn new(reader: Reader<'a>, variants: &'static [&'static str]) -> Result<Self, Error> {
        let node = reader.node.target();
        let (name, content) = match &node.kind {
            Kind::Scalar(scalar) => (&*scalar.text, None),
            Kind::Mapping(entries) => match entries.as_slice() {
                [Entry { key, value }] => (key.as_text().unwrap_or_default(), Some(value)),
                _ => return Err(wrong_type("a mapping with exactly one key", "another number of keys")),
            },
            _ => return Err(wrong_type("one of the known values", super::scalar::describe(node))),
        };
        match variants.iter().find(|variant| **variant == name) {
            Some(_) => Ok(Self { reader, name, content }),
            None => Err(Error::unknown_variant(name, variants)),
        }
    }

    fn content(&self) -> Result<&'a Node, Error> {
        self.content.ok_or_else(|| wrong_type(&format!("a value for `{}`", self.name), "the name alone"))
    }
}

impl<'de> EnumAccess<'de> for Choice<'_> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Error> {
        Ok((seed.deserialize(name(self.name))?, self))
    }
}

impl<'de> VariantAccess<'de> for Choice<'_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        match self.content {
            Some(content) if !content.is_null() => {
                Err(wrong_type(&format!("`{}` alone", self.name), "a value behind it"))
            }
            _ => Ok(()),
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        let node = self.content()?;
        let trail = Trail::Key(self.reader.trail, self.name);
        seed.deserialize(Reader { node, trail: &trail, context: self.reader.context, is_droppable: false })
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        let node = self.content()?;
        let trail = Trail::Key(self.reader.trail, self.name);
        Reader { node, trail: &trail, context: self.reader.context, is_droppable: false }
            .deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let node = self.content()?;
        let trail = Trail::Key(self.reader.trail, self.name);
        Reader { node, trail: &trail, context: self.reader.context, is_droppable: false }
            .deserialize_struct("", fields, visitor)
    }
}

impl Error {
    /// Nothing more to come from this list or map, unless the document as a whole is given up.
    fn unless_fatal<T>(self) -> Result<Option<T>, Self> {
        if self.is_fatal() { Err(self) } else { Ok(None) }
    }
}

/// The entries of a mapping, those that it merges among them.
struct Flat<'a> {
    entries: Vec<&'a Entry>,
    /// The keys of all of them, as soon as they are many and one is looked for.
    keys: Option<HashSet<&'a str>>,
}

impl<'a> Flat<'a> {
    /// In so many entries a key is looked for one by one.
    const FEW: usize = 16;

    fn push(&mut self, entry: &'a Entry) {
        if let Some(keys) = &mut self.keys {
            keys.extend(entry.key.as_text());
        }
        self.entries.push(entry);
    }

    fn holds(&mut self, key: &Node) -> bool {
        let Some(key) = key.as_text() else { return false };
        let mut keys = self.entries.iter().filter_map(|entry| entry.key.as_text());
        if self.entries.len() <= Self::FEW {
            return keys.any(|known| known == key);
        }
        self.keys.get_or_insert_with(|| keys.collect()).contains(key)
    }

    /// Adds what `<<` names: a mapping or a list of mappings. Keys that are there already win, then earlier ones.
    fn merge(&mut self, reader: Reader<'a>, node: &'a Node) -> Result<(), Error> {
        reader.context.step(node)?;
        let is_merge = |entry: &&Entry| entry.key.is_merge_sign(reader.context.release());
        match &node.target().kind {
            Kind::Mapping(entries) => {
                for entry in entries.iter().filter(|entry| !is_merge(entry)) {
                    if !self.holds(&entry.key) {
                        self.push(entry);
                    }
                }
                entries.iter().filter(is_merge).try_for_each(|entry| self.merge(reader, &entry.value))
            }
            Kind::Sequence(items) => items.iter().try_for_each(|item| match &item.target().kind {
                Kind::Mapping(_) => self.merge(reader, item),
                _ => Err(Error::invalid_type(Unexpected::Other("another value"), &"a mapping to merge")),
            }),
            _ => Err(Error::invalid_type(
                Unexpected::Other("another value"),
                &"a mapping or a list of mappings to merge",
            )),
        }
    }
}

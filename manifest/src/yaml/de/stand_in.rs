//! What stands in for a key that is missing.
//!
//! Serde gives a struct up at the first key that it misses. Where one is missing, another pass hands it a value made up
//! for the purpose, so that the struct goes on to the next. Whatever holds one is thrown away when it is whole: the keys
//! that are missing are known by then.

use std::any::type_name;
use std::collections::BTreeMap;

use serde::de::value::{SeqDeserializer, StrDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, VariantAccess, Visitor,
};

use super::Context;
use super::error::{Error, Problem};
use crate::yaml::node::Node;

/// Texts of many forms: a type that is read from a text mostly takes one of them.
const TEXTS: [&str; 8] =
    ["", "a", "1", "1.0.0", "10.0.0.1", "10.0.0.0/24", "https://a", "00000000-0000-4000-8000-000000000001"];

/// Which values have to stand in for what, as far as it is known.
#[derive(Default)]
pub(super) struct StandIns {
    /// The keys that a mapping lacks, by the address of its node.
    missing: BTreeMap<usize, Vec<&'static str>>,
    /// The keys that a struct which stands in wants, by its visitor.
    wanted: BTreeMap<&'static str, Vec<&'static str>>,
    /// The place among the texts of the one that a type has not refused yet.
    text: BTreeMap<&'static str, usize>,
}

impl StandIns {
    /// Notes that a mapping lacks a key. False where that was known and did not help.
    pub(super) fn lacks(&mut self, node: usize, key: &'static str) -> bool {
        note(self.missing.entry(node).or_default(), key)
    }

    /// The keys that a mapping is known to lack.
    pub(super) fn missing(&self, node: usize) -> &[&'static str] {
        self.missing.get(&node).map_or(&[], Vec::as_slice)
    }
}

fn note(keys: &mut Vec<&'static str>, key: &'static str) -> bool {
    let is_new = !keys.contains(&key);
    if is_new {
        keys.push(key);
    }
    is_new
}

impl Context<'_> {
    /// The keys that have to be stood in for in a mapping.
    pub(super) fn missing_keys(&self, node: &Node) -> Vec<&'static str> {
        self.stand_ins.borrow().missing(super::address(node)).to_vec()
    }

    /// The value that stands in for a key, of the type that the seed wants. An error that is not reported says that there
    /// is none.
    pub(super) fn stand_in<'de, S: DeserializeSeed<'de>>(&self, seed: S) -> Result<S::Value, Error> {
        let name = type_name::<S::Value>();
        let place = self.stand_ins.borrow().text.get(name).copied().unwrap_or_default();
        let Some(text) = TEXTS.get(place) else { return Err(Error::new(Problem::Incomplete)) };
        seed.deserialize(StandIn { context: self, text }).map_err(|error| match error.problem {
            Problem::Incomplete | Problem::Fatal => error,
            _ if error.reported => error,
            // The next pass tries the next text.
            _ => {
                self.stand_ins.borrow_mut().text.insert(name, place + 1);
                self.new.set(true);
                Error { reported: true, ..error }
            }
        })
    }
}

/// A value of any type that does.
#[derive(Clone, Copy)]
struct StandIn<'c, 'd> {
    context: &'c Context<'d>,
    text: &'static str,
}

impl StandIn<'_, '_> {
    /// A struct with the keys that it is known to want.
    fn fields<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let name = type_name::<V>();
        let keys = self.context.stand_ins.borrow().wanted.get(name).cloned().unwrap_or_default();
        let fields = Fields { context: self.context, keys: keys.into_iter() };
        visitor.visit_map(fields).map_err(|error| match error.problem {
            Problem::MissingKey(key) if !error.reported => {
                if note(self.context.stand_ins.borrow_mut().wanted.entry(name).or_default(), key) {
                    self.context.new.set(true);
                    return Error { reported: true, ..error };
                }
                Error::new(Problem::Incomplete)
            }
            _ => error,
        })
    }
}

macro_rules! numbers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.visit_u64(1)
        })*
    };
}

impl<'de> Deserializer<'de> for StandIn<'_, '_> {
    type Error = Error;

    serde::forward_to_deserialize_any! {
        char str string bytes byte_buf identifier
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_f32 deserialize_f64
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.text)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(false)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_none()
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(SeqDeserializer::new(std::iter::empty::<&str>()))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(SeqDeserializer::new(std::iter::repeat_n(self, length)))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.fields(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.fields(visitor)
    }

    /// The first variant is as good as any.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(Variant { stand_in: self, name: variants.first().copied().unwrap_or_default() })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }
}

/// Where an item of a list is wanted, it stands for itself.
impl IntoDeserializer<'_, Error> for StandIn<'_, '_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

struct Fields<'c, 'd> {
    context: &'c Context<'d>,
    keys: std::vec::IntoIter<&'static str>,
}

impl<'de> MapAccess<'de> for Fields<'_, '_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        self.keys.next().map(|key| seed.deserialize(name(key))).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        self.context.stand_in(seed)
    }
}

struct Variant<'c, 'd> {
    stand_in: StandIn<'c, 'd>,
    name: &'static str,
}

impl<'de, 'c, 'd> EnumAccess<'de> for Variant<'c, 'd> {
    type Error = Error;
    type Variant = StandIn<'c, 'd>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self::Variant), Error> {
        Ok((seed.deserialize(name(self.name))?, self.stand_in))
    }
}

impl<'de> VariantAccess<'de> for StandIn<'_, '_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        self.context.stand_in(seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.fields(visitor)
    }
}

/// The name of a field or variant, as serde reads it.
pub(super) fn name(text: &str) -> StrDeserializer<'_, Error> {
    text.into_deserializer()
}

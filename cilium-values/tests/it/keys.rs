//! Which keys a type has, found out by reading it.

use std::cell::RefCell;

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

type Error = serde::de::value::Error;

/// The paths of all keys of a type and of the structs in it; lists and maps are not entered.
pub(crate) fn of<T: DeserializeOwned>() -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![Vec::new()];
    while let Some(path) = open.pop() {
        let fields = RefCell::default();
        // It always fails, where the path ends: only the way there counts.
        let _ = T::deserialize(Explorer { rest: &path, fields: &fields });
        for field in fields.into_inner() {
            let mut path: Vec<&'static str> = path.clone();
            path.push(field);
            found.push(path.join("."));
            open.push(path);
        }
    }
    found
}

/// Goes along a path and notes the fields of the struct at its end.
struct Explorer<'e> {
    rest: &'e [&'static str],
    fields: &'e RefCell<Vec<&'static str>>,
}

impl<'de> Deserializer<'de> for Explorer<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("no struct"))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if let Some((key, rest)) = self.rest.split_first() {
            return visitor.visit_map(Field { key, explorer: Explorer { rest, ..self } });
        }
        *self.fields.borrow_mut() = fields.to_vec();
        Err(Error::custom("the end"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct
        seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// The one key that leads on.
struct Field<'e> {
    key: &'static str,
    explorer: Explorer<'e>,
}

impl<'de> MapAccess<'de> for Field<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        seed.deserialize(StrDeserializer::new(self.key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(Explorer { ..self.explorer })
    }
}

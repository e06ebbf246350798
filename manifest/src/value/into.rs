//! Any serde type from a [`Value`].

use serde::de::value::{Error, MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::Value;

impl IntoDeserializer<'_> for Value {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// A value that was read before becomes a type. What stood where is not known any more: errors have no places.
impl<'de> Deserializer<'de> for Value {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Bool(value) => visitor.visit_bool(value),
            Self::Int(number) => visitor.visit_i64(number),
            Self::UInt(number) => visitor.visit_u64(number),
            Self::Float(number) => visitor.visit_f64(number),
            Self::String(text) => visitor.visit_string(text),
            Self::Sequence(items) => visitor.visit_seq(SeqDeserializer::new(items.into_iter())),
            Self::Mapping(map) => visitor.visit_map(MapDeserializer::new(map.into_entries())),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    /// The name of a variant; those that hold something are not read.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let name = self.as_str().ok_or_else(|| Error::custom("the name of a variant is not a text"))?;
        let name: StrDeserializer<'_, Error> = name.into_deserializer();
        visitor.visit_enum(name)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq
        tuple tuple_struct map struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use crate::yaml::{self, Reading};
    use crate::{Source, Value};

    #[derive(Debug, PartialEq, Deserialize)]
    struct Whole {
        count: u8,
        ratio: f64,
        kind: Kind,
        names: Vec<String>,
        inner: Option<Box<Whole>>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    enum Kind {
        Small,
    }

    fn value(text: &str) -> Value {
        let documents = yaml::parse(&Source::new("value", text)).unwrap();
        documents[0].decode::<Value>(Reading::Json).value.unwrap()
    }

    #[test]
    fn a_value_becomes_what_is_asked_for() {
        let inner = r#"{"count": 2, "ratio": 1.5, "kind": "Small", "names": [], "inner": null}"#;
        let json = format!(
            r#"{{"count": 1, "ratio": 0.5, "kind": "Small", "names": ["a", "b"], "inner": {inner}}}"#
        );
        let whole = Whole::deserialize(value(&json)).unwrap();
        assert_eq!((whole.count, &*whole.names), (1, &["a".to_owned(), "b".to_owned()][..]));
        assert_eq!(whole.inner.map(|inner| (inner.count, inner.inner.is_none())), Some((2, true)));
    }

    #[test]
    fn a_value_that_does_not_fit_is_refused() {
        for json in
            [r#"{"count": 256}"#, "[]", r#"{"count": "1"}"#, r#"{"kind": "Large"}"#, r#"{"kind": {}}"#]
        {
            assert!(Whole::deserialize(value(json)).is_err(), "{json}");
        }
    }
}

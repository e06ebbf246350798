//! Values of command line arguments.

use std::fmt;

use manifest::yaml::SOURCE_TEXT;
use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The value of a command line argument: a text, or since 1.13 a list of texts for an argument that may be repeated
/// (`meta.ArgValue`).
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "meta.ArgValue")]
pub enum ArgValue {
    /// `--name=text`.
    Text(String),
    /// `--name=first --name=second`.
    List(Vec<String>),
}

impl From<&str> for ArgValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Serialize for ArgValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(texts) => texts.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for ArgValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // `v: 1.10` is the argument `--v=1.10`.
        deserializer.deserialize_newtype_struct(SOURCE_TEXT, ArgVisitor)
    }
}

struct ArgVisitor;

impl<'de> Visitor<'de> for ArgVisitor {
    type Value = ArgValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a list of texts")
    }

    /// What knows nothing of source texts says what the value is.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<ArgValue, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<ArgValue, E> {
        Ok(ArgValue::Text(text.to_owned()))
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<ArgValue, E> {
        Ok(ArgValue::Text(value.to_string()))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<ArgValue, E> {
        Ok(ArgValue::Text(value.to_string()))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<ArgValue, E> {
        Ok(ArgValue::Text(value.to_string()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<ArgValue, E> {
        Ok(ArgValue::Text(value.to_string()))
    }

    fn visit_unit<E: de::Error>(self) -> Result<ArgValue, E> {
        Ok(ArgValue::Text(String::new()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<ArgValue, A::Error> {
        let mut texts = Vec::new();
        while let Some(text) = items.next_element()? {
            texts.push(text);
        }
        Ok(ArgValue::List(texts))
    }
}

//! Texts that stand in a template itself.

use std::fmt;

use manifest::{Map, Value};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What stands behind `inline` or `job`: a text, or YAML that omnictl makes a text of.
///
/// Only a text keeps its bytes. A mapping or list is encoded anew: its keys are sorted, comments are lost, `1.10`
/// becomes `1.1`.
#[derive(Clone, Debug, PartialEq)]
#[doc(alias = "InlineContent")]
pub enum Inline {
    /// A text, kept byte for byte. Since Omni 1.8.
    Text(String),
    /// One document.
    Document(Map),
    /// Several documents. Since Omni 1.8.
    Documents(Vec<Value>),
}

impl Serialize for Inline {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(serializer),
            Self::Document(document) => document.serialize(serializer),
            Self::Documents(documents) => documents.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Inline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyForm;
        impl<'de> Visitor<'de> for AnyForm {
            type Value = Inline;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, a mapping or a list of mappings")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Inline, E> {
                Ok(Inline::Text(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Inline, A::Error> {
                Map::deserialize(serde::de::value::MapAccessDeserializer::new(entries)).map(Inline::Document)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Inline, A::Error> {
                Vec::deserialize(serde::de::value::SeqAccessDeserializer::new(items)).map(Inline::Documents)
            }
        }
        deserializer.deserialize_any(AnyForm)
    }
}

impl From<String> for Inline {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Inline {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

//! Texts that stand in a template itself.

use std::borrow::Cow;
use std::fmt;

use manifest::yaml::{self, Layout};
use manifest::{Map, Value};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::OmniVersion;

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

impl Inline {
    /// The text that becomes the patch, the manifest or the job.
    ///
    /// What is not a text yet is written as omnictl writes it: keys in natural order, four spaces a level. Fails on
    /// values that no YAML can hold.
    pub fn to_text(&self) -> Result<String, yaml::WriteError> {
        self.text().map(Cow::into_owned)
    }

    /// The same, without a copy of what is a text already.
    pub(super) fn text(&self) -> Result<Cow<'_, str>, yaml::WriteError> {
        let layout = Layout::go(OmniVersion::LATEST.yaml());
        match self {
            Self::Text(text) => Ok(Cow::Borrowed(text)),
            Self::Document(map) => {
                yaml::to_string(&sorted(Value::Mapping(map.clone())), &layout).map(Cow::Owned)
            }
            Self::Documents(documents) => {
                // The items are maps to Go, and a map that is nothing is an empty one.
                let documents = documents.iter().map(|document| match document {
                    Value::Null => Value::Mapping(Map::new()),
                    document => sorted(document.clone()),
                });
                yaml::to_stream(documents, &layout).map(Cow::Owned)
            }
        }
    }
}

/// The same value with the keys of all mappings in the order in which Go writes those of a map.
fn sorted(value: Value) -> Value {
    match value {
        Value::Sequence(items) => Value::Sequence(items.into_iter().map(sorted).collect()),
        Value::Mapping(map) => {
            let mut map: Map = map.into_entries().map(|(key, value)| (key, sorted(value))).collect();
            map.sort_keys_by(yaml::natural_cmp);
            Value::Mapping(map)
        }
        other => other,
    }
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
                // An item that is nothing is an empty document.
                let items =
                    Vec::<Option<Map>>::deserialize(serde::de::value::SeqAccessDeserializer::new(items))?;
                let document = |item: Option<Map>| item.map_or(Value::Null, Value::Mapping);
                Ok(Inline::Documents(items.into_iter().map(document).collect()))
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

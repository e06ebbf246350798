//! Values that come in more than one shape.

use std::fmt;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::values::shape::replaced;

/// A boolean, or a text. The chart compares the text with `true` and `false`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BoolOrText {
    /// Written without quotes.
    Bool(bool),
    /// Written as a text.
    Text(String),
}

/// A whole number, or a text such as a share in percent, or a port in quotes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum IntOrText {
    /// Written without quotes.
    Int(i64),
    /// Written as a text.
    Text(String),
}

/// A number, or a text that holds one.
#[derive(Clone, Debug, PartialEq)]
pub enum NumberOrText {
    /// Written without quotes.
    Number(f64),
    /// Written as a text.
    Text(String),
}

/// One text, or a list of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TextOrList {
    /// A single text; the chart splits it at blanks.
    Text(String),
    /// A list.
    List(Vec<String>),
}

/// No value at all: what the chart's schema makes of a key by giving it the type of its default, `null`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nothing {}

impl BoolOrText {
    /// What the chart makes of it, if it is one of the two words.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            Self::Text(text) => text.parse().ok(),
        }
    }
}

impl IntOrText {
    /// The number, also where it is written as a text.
    #[must_use]
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(*number),
            Self::Text(text) => text.parse().ok(),
        }
    }
}

impl TextOrList {
    /// The texts one by one.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let (text, list) = match self {
            Self::Text(text) => (text.as_str(), [].as_slice()),
            Self::List(list) => ("", list.as_slice()),
        };
        text.split_whitespace().chain(list.iter().map(String::as_str))
    }
}

impl From<bool> for BoolOrText {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for IntOrText {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl fmt::Display for BoolOrText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => value.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl fmt::Display for IntOrText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(number) => number.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// Writes and reads a union: what was expected, the variants with how each is written, the visits.
macro_rules! union {
    ($name:ident, $expected:literal, { $($variant:ident)* }, { $($visit:item)* }, $schema:tt) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => value.serialize(serializer),)*
                }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Union;

                impl<'de> Visitor<'de> for Union {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expected)
                    }

                    fn visit_str<E: Error>(self, text: &str) -> Result<$name, E> {
                        Ok($name::Text(text.to_owned()))
                    }

                    $($visit)*
                }

                deserializer.deserialize_any(Union)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    };
}

union!(
    BoolOrText,
    "a boolean or a text",
    { Bool Text },
    {
        fn visit_bool<E>(self, value: bool) -> Result<BoolOrText, E> {
            Ok(BoolOrText::Bool(value))
        }
    },
    {"type": ["boolean", "string"]}
);

union!(
    IntOrText,
    "a whole number or a text",
    { Int Text },
    {
        fn visit_i64<E>(self, number: i64) -> Result<IntOrText, E> {
            Ok(IntOrText::Int(number))
        }

        fn visit_u64<E: Error>(self, number: u64) -> Result<IntOrText, E> {
            i64::try_from(number).map(IntOrText::Int).map_err(|_| E::custom(format!("{number} is too large")))
        }
    },
    {"type": ["integer", "string"]}
);

union!(
    NumberOrText,
    "a number or a text",
    { Number Text },
    {
        fn visit_f64<E>(self, number: f64) -> Result<NumberOrText, E> {
            Ok(NumberOrText::Number(number))
        }

        #[expect(clippy::cast_precision_loss, reason = "the chart's own numbers are 64 bit floats")]
        fn visit_i64<E>(self, number: i64) -> Result<NumberOrText, E> {
            Ok(NumberOrText::Number(number as f64))
        }

        #[expect(clippy::cast_precision_loss, reason = "the chart's own numbers are 64 bit floats")]
        fn visit_u64<E>(self, number: u64) -> Result<NumberOrText, E> {
            Ok(NumberOrText::Number(number as f64))
        }
    },
    {"type": ["number", "string"]}
);

union!(
    TextOrList,
    "a text or a list of texts",
    { Text List },
    {
        fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<TextOrList, A::Error> {
            let mut list = Vec::new();
            while let Some(item) = items.next_element()? {
                list.push(item);
            }
            Ok(TextOrList::List(list))
        }
    },
    {"type": ["string", "array"], "items": {"type": "string"}}
);

impl Serialize for Nothing {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        match *self {}
    }
}

impl<'de> Deserialize<'de> for Nothing {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(D::Error::custom("the chart's schema lets nothing but null through"))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Nothing {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Nothing".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "null"})
    }
}

replaced!(Nothing, BoolOrText, IntOrText, NumberOrText, TextOrList);

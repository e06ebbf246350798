//! Reading and writing of messages by their tables.

use prost::bytes::Buf as _;
use prost::encoding::{WireType, decode_key, decode_varint, encode_key, encode_varint};
use serde_json::{Map, Value};

use super::{Field, Kind, Many, Shape};

/// Why a spec does not go into its message, or a message is no spec.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SpecError {
    /// Clients do not write this type, so its message is not known here.
    #[error("it is of a type that cannot be written from here")]
    UnknownType,
    /// A key without a field.
    #[error("the key `{0}` is not known")]
    UnknownKey(String),
    /// A value of another kind than its field.
    #[error("the value of `{0}` does not fit")]
    Unfit(&'static str),
    /// A value that its type does not take.
    #[error("{0}")]
    Value(String),
    /// Bytes or a text that are not what they should be.
    #[error("it cannot be read")]
    Unreadable,
}

impl Shape {
    /// The message of a spec. `old` is the message that it replaces, empty for none: its fields that are not known here
    /// are kept.
    pub fn encode(&self, spec: &Value, old: &[u8]) -> Result<Vec<u8>, SpecError> {
        let nothing = Map::new();
        let map = match spec {
            Value::Null => &nothing,
            Value::Object(map) => map,
            _ => return Err(SpecError::Unfit("spec")),
        };
        if let Some(key) = map.keys().find(|key| self.fields.iter().all(|field| field.key != **key)) {
            return Err(SpecError::UnknownKey(key.clone()));
        }
        let old = Raw::read_all(old)?;
        let mut bytes = Vec::new();
        for field in self.fields {
            let value = map.get(field.key).unwrap_or(&Value::Null);
            let before = old.iter().rfind(|raw| raw.number == field.number);
            field.encode(value, before.map_or(&[][..], |raw| raw.payload), &mut bytes)?;
        }
        for raw in old.iter().filter(|raw| self.fields.iter().all(|field| field.number != raw.number)) {
            bytes.extend_from_slice(raw.whole);
        }
        Ok(bytes)
    }

    /// The spec of a message, with every field, as Omni prints it in YAML. Fields that are not known here are left out.
    pub fn decode(&self, message: &[u8]) -> Result<Value, SpecError> {
        let raw = Raw::read_all(message)?;
        let mut map = Map::new();
        for field in self.fields {
            let values = raw.iter().filter(|raw| raw.number == field.number);
            map.insert(field.key.to_owned(), field.decode(&mut values.peekable())?);
        }
        Ok(Value::Object(map))
    }
}

impl Field {
    fn encode(&self, value: &Value, old: &[u8], bytes: &mut Vec<u8>) -> Result<(), SpecError> {
        let unfit = SpecError::Unfit(self.key);
        match (&self.many, value) {
            (_, Value::Null) => Ok(()),
            (Many::One, value) => {
                let is_empty = match &self.kind {
                    Kind::Message(_) => false,
                    Kind::Text => value.as_str() == Some(""),
                    Kind::Bytes => value.as_array().is_some_and(Vec::is_empty),
                    Kind::Bool => value.as_bool() == Some(false),
                    Kind::Number => value.as_i64() == Some(0),
                };
                if is_empty { Ok(()) } else { self.kind.encode(self, self.number, value, old, bytes) }
            }
            (Many::List, Value::Array(items)) => {
                items.iter().try_for_each(|item| self.kind.encode(self, self.number, item, &[], bytes))
            }
            (Many::Map, Value::Object(entries)) => entries.iter().try_for_each(|(key, value)| {
                let mut entry = Vec::new();
                delimited(1, key.as_bytes(), &mut entry);
                self.kind.encode(self, 2, value, &[], &mut entry)?;
                delimited(self.number, &entry, bytes);
                Ok(())
            }),
            _ => Err(unfit),
        }
    }

    fn decode<'m>(
        &self,
        values: &mut std::iter::Peekable<impl Iterator<Item = &'m Raw<'m>>>,
    ) -> Result<Value, SpecError> {
        match self.many {
            Many::One => match values.last() {
                Some(raw) => self.kind.decode(Some(raw)),
                None => self.kind.decode(None),
            },
            Many::List => {
                Ok(Value::Array(values.map(|raw| self.kind.decode(Some(raw))).collect::<Result<_, _>>()?))
            }
            Many::Map => {
                let mut map = Map::new();
                for raw in values {
                    let entry = Raw::read_all(raw.payload)?;
                    let part = |number| entry.iter().rfind(|raw| raw.number == number);
                    let key = part(1).map_or(&[][..], |raw| raw.payload);
                    let key = str::from_utf8(key).map_err(|_| SpecError::Unreadable)?;
                    map.insert(key.to_owned(), self.kind.decode(part(2))?);
                }
                Ok(Value::Object(map))
            }
        }
    }
}

impl Kind {
    fn encode(
        &self,
        field: &Field,
        number: u32,
        value: &Value,
        old: &[u8],
        bytes: &mut Vec<u8>,
    ) -> Result<(), SpecError> {
        let unfit = || SpecError::Unfit(field.key);
        match self {
            Self::Text => delimited(number, value.as_str().ok_or_else(unfit)?.as_bytes(), bytes),
            Self::Bytes => {
                let items = value.as_array().ok_or_else(unfit)?.iter();
                let byte = |item: &Value| item.as_u64().and_then(|byte| u8::try_from(byte).ok());
                let content: Option<Vec<u8>> = items.map(byte).collect();
                delimited(number, &content.ok_or_else(unfit)?, bytes);
            }
            Self::Bool => varint(number, value.as_bool().ok_or_else(unfit)?.into(), bytes),
            // Negative numbers are written as they stand in 64 bits.
            Self::Number => varint(number, value.as_i64().ok_or_else(unfit)?.cast_unsigned(), bytes),
            Self::Message(shape) => delimited(number, &shape.encode(value, old)?, bytes),
        }
        Ok(())
    }

    fn decode(&self, raw: Option<&Raw<'_>>) -> Result<Value, SpecError> {
        let payload = raw.map_or(&[][..], |raw| raw.payload);
        let number = raw.map_or(0, |raw| raw.varint);
        Ok(match self {
            Self::Text => str::from_utf8(payload).map_err(|_| SpecError::Unreadable)?.into(),
            Self::Bytes => payload.iter().map(|byte| Value::from(*byte)).collect::<Vec<_>>().into(),
            Self::Bool => (number != 0).into(),
            Self::Number => number.cast_signed().into(),
            Self::Message(shape) if raw.is_some() => shape.decode(payload)?,
            Self::Message(_) => Value::Null,
        })
    }
}

fn delimited(number: u32, content: &[u8], bytes: &mut Vec<u8>) {
    encode_key(number, WireType::LengthDelimited, bytes);
    encode_varint(content.len() as u64, bytes);
    bytes.extend_from_slice(content);
}

fn varint(number: u32, value: u64, bytes: &mut Vec<u8>) {
    encode_key(number, WireType::Varint, bytes);
    encode_varint(value, bytes);
}

/// A field as it stands in a message.
struct Raw<'m> {
    number: u32,
    /// Its value, if it is a number.
    varint: u64,
    /// Its bytes, if it has a length.
    payload: &'m [u8],
    /// All of it.
    whole: &'m [u8],
}

impl<'m> Raw<'m> {
    fn read_all(mut message: &'m [u8]) -> Result<Vec<Self>, SpecError> {
        let mut fields = Vec::new();
        while message.has_remaining() {
            let start = message;
            let (number, wire) = decode_key(&mut message).map_err(|_| SpecError::Unreadable)?;
            let mut field = Self { number, varint: 0, payload: &[], whole: &[] };
            let length = match wire {
                WireType::Varint => {
                    field.varint = decode_varint(&mut message).map_err(|_| SpecError::Unreadable)?;
                    0
                }
                WireType::LengthDelimited => {
                    decode_varint(&mut message).map_err(|_| SpecError::Unreadable)?
                }
                WireType::SixtyFourBit => 8,
                WireType::ThirtyTwoBit => 4,
                WireType::StartGroup | WireType::EndGroup => return Err(SpecError::Unreadable),
            };
            let length = usize::try_from(length).map_err(|_| SpecError::Unreadable)?;
            (field.payload, message) = message.split_at_checked(length).ok_or(SpecError::Unreadable)?;
            field.whole = start.get(..start.len() - message.len()).unwrap_or_default();
            fields.push(field);
        }
        Ok(fields)
    }
}

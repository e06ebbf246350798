//! Any serde value as a [`Value`].

use serde::ser::{self, Serialize, Serializer};

use super::MAX_DEPTH;
use super::write::{Bare, WriteError};
use crate::value::{Map, Value};

/// Turns anything that serde can write into a [`Value`].
///
/// Structs and maps become mappings in the order of their fields and entries, a variant without content its
/// name, any other variant a mapping with its name as the only key. Fails on what YAML cannot say in a
/// mapping with texts as keys, see [`WriteError`].
pub fn to_value(value: &(impl Serialize + ?Sized)) -> Result<Value, WriteError> {
    value.serialize(ToValue { room: MAX_DEPTH, is_key: false })
}

/// The key of a mapping.
pub(super) struct Key {
    pub(super) text: String,
    /// Whether it is a [`Bare`] one.
    pub(super) is_bare: bool,
}

impl Key {
    pub(super) fn of(key: &(impl Serialize + ?Sized)) -> Result<Self, WriteError> {
        let text = |text: String| Ok(Self { text, is_bare: false });
        match key.serialize(ToValue { room: MAX_DEPTH, is_key: true })? {
            Value::String(key) => text(key),
            Value::Bool(value) => text(value.to_string()),
            Value::Int(number) => text(number.to_string()),
            Value::UInt(number) => text(number.to_string()),
            Value::Mapping(bare) => match bare.get(Bare::NAME) {
                Some(Value::String(text)) => Ok(Self { text: text.clone(), is_bare: true }),
                _ => Err(WriteError::KeyNotText),
            },
            _ => Err(WriteError::KeyNotText),
        }
    }
}

/// A float with the digits that it is written with: the double nearest to the float 0.1 would be written as
/// 0.10000000149011612.
pub(super) fn widened(number: f32) -> f64 {
    number.to_string().parse().unwrap_or(f64::from(number))
}

/// Makes a value that may hold `room` more levels of lists and mappings.
#[derive(Clone, Copy)]
struct ToValue {
    room: usize,
    /// Whether it is a key: then a [`Bare`] one becomes a mapping with its name, else a text.
    is_key: bool,
}

impl ToValue {
    fn deeper(self) -> Result<Self, WriteError> {
        self.room.checked_sub(1).map(|room| Self { room, ..self }).ok_or(WriteError::TooDeep)
    }

    fn items(self, length: Option<usize>) -> Result<Items, WriteError> {
        // A promised length is not trusted with memory.
        let list = Vec::with_capacity(length.unwrap_or_default().min(1024));
        Ok(Items { inner: self.deeper()?, list, variant: None })
    }

    fn entries(self) -> Result<Entries, WriteError> {
        Ok(Entries { inner: self.deeper()?, map: Map::new(), key: None, variant: None })
    }
}

impl Serializer for ToValue {
    type Ok = Value;
    type Error = WriteError;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Items;
    type SerializeMap = Entries;
    type SerializeStruct = Entries;
    type SerializeStructVariant = Entries;

    fn serialize_bool(self, value: bool) -> Result<Value, WriteError> {
        Ok(Value::Bool(value))
    }

    fn serialize_i8(self, number: i8) -> Result<Value, WriteError> {
        Ok(Value::Int(number.into()))
    }

    fn serialize_i16(self, number: i16) -> Result<Value, WriteError> {
        Ok(Value::Int(number.into()))
    }

    fn serialize_i32(self, number: i32) -> Result<Value, WriteError> {
        Ok(Value::Int(number.into()))
    }

    fn serialize_i64(self, number: i64) -> Result<Value, WriteError> {
        Ok(Value::Int(number))
    }

    fn serialize_u8(self, number: u8) -> Result<Value, WriteError> {
        Ok(Value::Int(number.into()))
    }

    fn serialize_u16(self, number: u16) -> Result<Value, WriteError> {
        Ok(Value::Int(number.into()))
    }

    fn serialize_u32(self, number: u32) -> Result<Value, WriteError> {
        Ok(Value::Int(number.into()))
    }

    fn serialize_u64(self, number: u64) -> Result<Value, WriteError> {
        Ok(Value::from(number))
    }

    fn serialize_f32(self, number: f32) -> Result<Value, WriteError> {
        Ok(Value::Float(widened(number)))
    }

    fn serialize_f64(self, number: f64) -> Result<Value, WriteError> {
        Ok(Value::Float(number))
    }

    fn serialize_char(self, character: char) -> Result<Value, WriteError> {
        Ok(Value::String(character.into()))
    }

    fn serialize_str(self, text: &str) -> Result<Value, WriteError> {
        Ok(Value::from(text))
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<Value, WriteError> {
        Ok(Value::Sequence(bytes.iter().map(|&byte| Value::Int(byte.into())).collect()))
    }

    fn serialize_none(self) -> Result<Value, WriteError> {
        Ok(Value::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value, WriteError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Value, WriteError> {
        Ok(Value::Null)
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<Value, WriteError> {
        Ok(Value::Null)
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<Value, WriteError> {
        Ok(Value::from(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Value, WriteError> {
        let is_bare = self.is_key && name == Bare::NAME;
        Ok(in_variant(is_bare.then_some(name), value.serialize(self)?))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Value, WriteError> {
        Ok(in_variant(Some(variant), value.serialize(self.deeper()?)?))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Items, WriteError> {
        self.items(length)
    }

    fn serialize_tuple(self, length: usize) -> Result<Items, WriteError> {
        self.items(Some(length))
    }

    fn serialize_tuple_struct(self, _name: &'static str, length: usize) -> Result<Items, WriteError> {
        self.items(Some(length))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Items, WriteError> {
        Ok(Items { variant: Some(variant), ..self.deeper()?.items(Some(length))? })
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Entries, WriteError> {
        self.entries()
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Entries, WriteError> {
        self.entries()
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Entries, WriteError> {
        Ok(Entries { variant: Some(variant), ..self.deeper()?.entries()? })
    }
}

/// A list that is being filled.
struct Items {
    inner: ToValue,
    list: Vec<Value>,
    variant: Option<&'static str>,
}

impl Items {
    fn push<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), WriteError> {
        self.list.push(item.serialize(self.inner)?);
        Ok(())
    }

    fn finish(self) -> Value {
        in_variant(self.variant, Value::Sequence(self.list))
    }
}

impl ser::SerializeSeq for Items {
    type Ok = Value;
    type Error = WriteError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), WriteError> {
        self.push(item)
    }

    fn end(self) -> Result<Value, WriteError> {
        Ok(self.finish())
    }
}

impl ser::SerializeTuple for Items {
    type Ok = Value;
    type Error = WriteError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), WriteError> {
        self.push(item)
    }

    fn end(self) -> Result<Value, WriteError> {
        Ok(self.finish())
    }
}

impl ser::SerializeTupleStruct for Items {
    type Ok = Value;
    type Error = WriteError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), WriteError> {
        self.push(item)
    }

    fn end(self) -> Result<Value, WriteError> {
        Ok(self.finish())
    }
}

impl ser::SerializeTupleVariant for Items {
    type Ok = Value;
    type Error = WriteError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), WriteError> {
        self.push(item)
    }

    fn end(self) -> Result<Value, WriteError> {
        Ok(self.finish())
    }
}

/// A mapping that is being filled.
struct Entries {
    inner: ToValue,
    map: Map,
    key: Option<String>,
    variant: Option<&'static str>,
}

impl Entries {
    fn put<T: Serialize + ?Sized>(&mut self, key: String, value: &T) -> Result<(), WriteError> {
        if self.map.contains_key(&key) {
            return Err(WriteError::DuplicateKey(key));
        }
        self.map.insert(key, value.serialize(self.inner)?);
        Ok(())
    }

    fn finish(self) -> Value {
        in_variant(self.variant, Value::Mapping(self.map))
    }
}

impl ser::SerializeMap for Entries {
    type Ok = Value;
    type Error = WriteError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), WriteError> {
        self.key = Some(Key::of(key)?.text);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        let key = self.key.take().ok_or(WriteError::KeyNotText)?;
        self.put(key, value)
    }

    fn end(self) -> Result<Value, WriteError> {
        Ok(self.finish())
    }
}

impl ser::SerializeStruct for Entries {
    type Ok = Value;
    type Error = WriteError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        self.put(key.to_owned(), value)
    }

    fn end(self) -> Result<Value, WriteError> {
        Ok(self.finish())
    }
}

impl ser::SerializeStructVariant for Entries {
    type Ok = Value;
    type Error = WriteError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        self.put(key.to_owned(), value)
    }

    fn end(self) -> Result<Value, WriteError> {
        Ok(self.finish())
    }
}

fn in_variant(variant: Option<&'static str>, content: Value) -> Value {
    match variant {
        Some(variant) => Value::Mapping(Map::from_iter([(variant, content)])),
        None => content,
    }
}

//! Any serde value as lines of YAML, without a tree in between.

use std::collections::BTreeSet;

use serde::ser::{self, Serialize, Serializer};

use super::bare::Bare;
use super::block::{At, Word, Writer};
use super::{Layout, WriteError};
use crate::yaml::MAX_DEPTH;
use crate::yaml::ser::{Key, widened};

/// Writes a document.
pub(super) fn document(value: &(impl Serialize + ?Sized), layout: &Layout) -> Result<String, WriteError> {
    let mut writer = Writer::new(layout);
    value.serialize(Emit::new(&mut writer, At::Root, MAX_DEPTH))?;
    Ok(writer.finish())
}

/// Writes one value, which may hold `room` more levels of lists and mappings.
struct Emit<'w, 'l> {
    writer: &'w mut Writer<'l>,
    at: At,
    room: usize,
    /// Whether a text is written as it stands.
    bare: bool,
}

impl<'w, 'l> Emit<'w, 'l> {
    fn new(writer: &'w mut Writer<'l>, at: At, room: usize) -> Self {
        Self { writer, at, room, bare: false }
    }

    fn block(self) -> Result<Block<'w, 'l>, WriteError> {
        let room = self.room.checked_sub(1).ok_or(WriteError::TooDeep)?;
        Ok(Block { writer: self.writer, at: self.at, room, indent: None, value: None, keys: BTreeSet::new() })
    }

    /// The mapping with one key that stands for a variant; what is returned writes its value.
    fn variant(self, variant: &str) -> Result<Self, WriteError> {
        let room = self.room.checked_sub(1).ok_or(WriteError::TooDeep)?;
        let indent = self.writer.open_mapping(self.at);
        let at = self.writer.key(variant, indent);
        Ok(Self::new(self.writer, at, room))
    }
}

impl<'w, 'l> Serializer for Emit<'w, 'l> {
    type Ok = ();
    type Error = WriteError;
    type SerializeSeq = Block<'w, 'l>;
    type SerializeTuple = Block<'w, 'l>;
    type SerializeTupleStruct = Block<'w, 'l>;
    type SerializeTupleVariant = Block<'w, 'l>;
    type SerializeMap = Block<'w, 'l>;
    type SerializeStruct = Block<'w, 'l>;
    type SerializeStructVariant = Block<'w, 'l>;

    fn serialize_bool(self, value: bool) -> Result<(), WriteError> {
        self.writer.word(Word::Bool(value), self.at);
        Ok(())
    }

    fn serialize_i8(self, number: i8) -> Result<(), WriteError> {
        self.serialize_i64(number.into())
    }

    fn serialize_i16(self, number: i16) -> Result<(), WriteError> {
        self.serialize_i64(number.into())
    }

    fn serialize_i32(self, number: i32) -> Result<(), WriteError> {
        self.serialize_i64(number.into())
    }

    fn serialize_i64(self, number: i64) -> Result<(), WriteError> {
        self.writer.word(Word::Int(number), self.at);
        Ok(())
    }

    fn serialize_u8(self, number: u8) -> Result<(), WriteError> {
        self.serialize_u64(number.into())
    }

    fn serialize_u16(self, number: u16) -> Result<(), WriteError> {
        self.serialize_u64(number.into())
    }

    fn serialize_u32(self, number: u32) -> Result<(), WriteError> {
        self.serialize_u64(number.into())
    }

    fn serialize_u64(self, number: u64) -> Result<(), WriteError> {
        self.writer.word(Word::UInt(number), self.at);
        Ok(())
    }

    fn serialize_f32(self, number: f32) -> Result<(), WriteError> {
        self.serialize_f64(widened(number))
    }

    fn serialize_f64(self, number: f64) -> Result<(), WriteError> {
        self.writer.word(Word::Float(number), self.at);
        Ok(())
    }

    fn serialize_char(self, character: char) -> Result<(), WriteError> {
        self.writer.text(character.encode_utf8(&mut [0; 4]), self.at);
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), WriteError> {
        if self.bare {
            self.writer.bare(text, self.at);
        } else {
            self.writer.text(text, self.at);
        }
        Ok(())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), WriteError> {
        self.collect_seq(bytes)
    }

    fn serialize_none(self) -> Result<(), WriteError> {
        self.writer.word(Word::Null, self.at);
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), WriteError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), WriteError> {
        self.writer.word(Word::Null, self.at);
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<(), WriteError> {
        self.writer.word(Word::Null, self.at);
        Ok(())
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<(), WriteError> {
        self.writer.text(variant, self.at);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        value.serialize(Self { bare: name == Bare::NAME, ..self })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        value.serialize(self.variant(variant)?)
    }

    fn serialize_seq(self, _length: Option<usize>) -> Result<Block<'w, 'l>, WriteError> {
        self.block()
    }

    fn serialize_tuple(self, _length: usize) -> Result<Block<'w, 'l>, WriteError> {
        self.block()
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _length: usize,
    ) -> Result<Block<'w, 'l>, WriteError> {
        self.block()
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Block<'w, 'l>, WriteError> {
        self.variant(variant)?.block()
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Block<'w, 'l>, WriteError> {
        self.block()
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Block<'w, 'l>, WriteError> {
        self.block()
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Block<'w, 'l>, WriteError> {
        self.variant(variant)?.block()
    }
}

/// A list or mapping that is being written. It is opened by what it holds first: without that it is `[]` or `{}`.
struct Block<'w, 'l> {
    writer: &'w mut Writer<'l>,
    at: At,
    room: usize,
    /// The indent of what it holds, once it is open.
    indent: Option<usize>,
    /// Where the value of the last key is to stand.
    value: Option<At>,
    /// The keys of a map so far; fields of structs are known to differ.
    keys: BTreeSet<String>,
}

impl<'l> Block<'_, 'l> {
    fn item<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), WriteError> {
        let indent = self.advance(Writer::open_sequence);
        let at = self.writer.item(indent);
        item.serialize(Emit::new(self.writer, at, self.room))
    }

    fn key(&mut self, key: &str) {
        let indent = self.advance(Writer::open_mapping);
        self.value = Some(self.writer.key(key, indent));
    }

    fn bare_key(&mut self, key: &str) {
        let indent = self.advance(Writer::open_mapping);
        self.value = Some(self.writer.bare_key(key, indent));
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        let at = self.value.take().ok_or(WriteError::KeyNotText)?;
        value.serialize(Emit::new(self.writer, at, self.room))
    }

    fn field<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), WriteError> {
        self.key(key);
        self.value(value)
    }

    /// Goes to where the next entry or item starts.
    fn advance(&mut self, open: fn(&mut Writer<'l>, At) -> usize) -> usize {
        if let Some(indent) = self.indent {
            self.writer.next(indent);
            return indent;
        }
        *self.indent.insert(open(self.writer, self.at))
    }

    fn close(self, empty: Word) {
        if self.indent.is_none() {
            self.writer.word(empty, self.at);
        }
    }
}

impl ser::SerializeSeq for Block<'_, '_> {
    type Ok = ();
    type Error = WriteError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), WriteError> {
        self.item(item)
    }

    fn end(self) -> Result<(), WriteError> {
        self.close(Word::EmptySequence);
        Ok(())
    }
}

impl ser::SerializeTuple for Block<'_, '_> {
    type Ok = ();
    type Error = WriteError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), WriteError> {
        self.item(item)
    }

    fn end(self) -> Result<(), WriteError> {
        self.close(Word::EmptySequence);
        Ok(())
    }
}

impl ser::SerializeTupleStruct for Block<'_, '_> {
    type Ok = ();
    type Error = WriteError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), WriteError> {
        self.item(item)
    }

    fn end(self) -> Result<(), WriteError> {
        self.close(Word::EmptySequence);
        Ok(())
    }
}

impl ser::SerializeTupleVariant for Block<'_, '_> {
    type Ok = ();
    type Error = WriteError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), WriteError> {
        self.item(item)
    }

    fn end(self) -> Result<(), WriteError> {
        self.close(Word::EmptySequence);
        Ok(())
    }
}

impl ser::SerializeMap for Block<'_, '_> {
    type Ok = ();
    type Error = WriteError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), WriteError> {
        let Key { text: key, is_bare } = Key::of(key)?;
        if is_bare {
            self.bare_key(&key);
            return Ok(());
        }
        self.key(&key);
        match self.keys.replace(key) {
            Some(key) => Err(WriteError::DuplicateKey(key)),
            None => Ok(()),
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.value(value)
    }

    fn end(self) -> Result<(), WriteError> {
        self.close(Word::EmptyMapping);
        Ok(())
    }
}

impl ser::SerializeStruct for Block<'_, '_> {
    type Ok = ();
    type Error = WriteError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        self.field(key, value)
    }

    fn end(self) -> Result<(), WriteError> {
        self.close(Word::EmptyMapping);
        Ok(())
    }
}

impl ser::SerializeStructVariant for Block<'_, '_> {
    type Ok = ();
    type Error = WriteError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        self.field(key, value)
    }

    fn end(self) -> Result<(), WriteError> {
        self.close(Word::EmptyMapping);
        Ok(())
    }
}

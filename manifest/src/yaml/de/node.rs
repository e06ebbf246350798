//! The deserializer of one node.

use serde::de::{Deserializer, Visitor};

use super::access::{Choice, Items, Keys};
use super::error::{Error, Problem};
use super::scalar::{describe, found};
use super::{Context, Reading, SOURCE_TEXT, wrong_type};
use crate::path::{FieldPath, Segment};
use crate::yaml::node::{Kind, Node};

/// One node on its way to a visitor.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) node: &'a Node,
    pub(super) trail: &'a Trail<'a>,
    pub(super) context: &'a Context<'a>,
    /// Whether it is an item of a list or a key of a mapping, which may be dropped.
    pub(super) is_droppable: bool,
}

/// The way to a node, kept on the stack: it is turned into a path only when something is wrong.
pub(super) enum Trail<'a> {
    Root,
    Key(&'a Trail<'a>, &'a str),
    Index(&'a Trail<'a>, usize),
}

impl Trail<'_> {
    pub(super) fn path(&self) -> FieldPath {
        match self {
            Self::Root => FieldPath::root(),
            Self::Key(parent, key) => parent.path().key(*key),
            Self::Index(parent, index) => {
                let mut path = parent.path();
                path.push(Segment::Index(*index));
                path
            }
        }
    }
}

impl Reader<'_> {
    /// Runs one reading step, counted, behind the alias if there is one, and gives its error a place.
    fn at<T>(self, read: impl FnOnce(Self) -> Result<T, Error>) -> Result<T, Error> {
        self.context.step(self.node)?;
        let through = matches!(&self.node.kind, Kind::Alias(target) if target.span != self.node.span);
        if through {
            self.context.enter_alias();
        }
        let result = read(self).map_err(|error| self.context.report(error, self.node, self.trail));
        if through {
            self.context.leave_alias();
        }
        result
    }

    /// The same for a type that has no value for nothing: an empty item of a list or key of a mapping is dropped.
    fn at_value<T>(self, read: impl FnOnce(Self) -> Result<T, Error>) -> Result<T, Error> {
        if self.is_droppable && matches!(self.context.reading, Reading::Go(_)) && self.node.is_null() {
            return Err(Error::dropped());
        }
        self.at(read)
    }

    fn sequence<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.node.as_sequence() {
            Some(items) => visitor.visit_seq(Items::new(self, items)),
            None if self.node.is_null() => visitor.visit_seq(Items::new(self, &[])),
            None => Err(wrong_type("a list", &found(self.node))),
        }
    }

    fn mapping<'de, V: Visitor<'de>>(
        self,
        known: Option<&'static [&'static str]>,
        visitor: V,
    ) -> Result<V::Value, Error> {
        let entries = match self.node.as_mapping() {
            Some(entries) => entries,
            None if self.node.is_null() => &[],
            None => return Err(wrong_type("a mapping", &found(self.node))),
        };
        let keys = Keys::new(self, entries, known)?;
        let is_whole = keys.is_whole();
        let value = visitor.visit_map(keys)?;
        if is_whole { Ok(value) } else { Err(Error::new(Problem::Incomplete)) }
    }
}

macro_rules! integers {
    ($($method:ident $expected:literal)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.at_value(|reader| reader.integer($expected, visitor))
        })*
    };
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.at(|reader| match &reader.node.target().kind {
            Kind::Scalar(scalar) => reader.any_scalar(scalar, visitor),
            Kind::Sequence(_) => reader.sequence(visitor),
            Kind::Mapping(_) | Kind::Alias(_) => reader.mapping(None, visitor),
        })
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.at_value(|reader| visitor.visit_bool(reader.boolean()?))
    }

    integers! {
        deserialize_i8 "a whole number from -128 to 127"
        deserialize_i16 "a whole number from -32768 to 32767"
        deserialize_i32 "a whole number from -2147483648 to 2147483647"
        deserialize_i64 "a whole number"
        deserialize_u8 "a whole number from 0 to 255"
        deserialize_u16 "a whole number from 0 to 65535"
        deserialize_u32 "a whole number from 0 to 4294967295"
        deserialize_u64 "a whole number from 0 on"
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.at_value(|reader| visitor.visit_f64(reader.float()?))
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.at_value(|reader| visitor.visit_str(&reader.text("a text")?))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.at_value(|reader| visitor.visit_bytes(reader.text("a text")?.as_bytes()))
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.node.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.at(|reader| {
            if reader.node.is_null() {
                visitor.visit_unit()
            } else {
                Err(wrong_type("nothing", describe(reader.node)))
            }
        })
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        let takes_text = name == SOURCE_TEXT && matches!(self.context.reading, Reading::Go(_));
        if takes_text && self.node.as_scalar().is_some() {
            return self.deserialize_str(visitor);
        }
        // A constructor that refuses the content does so here, and this is its place.
        self.at(|reader| visitor.visit_newtype_struct(reader))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.at(|reader| reader.sequence(visitor))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.at(|reader| reader.mapping(None, visitor))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.at_value(|reader| reader.mapping(Some(fields), visitor))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.at_value(|reader| visitor.visit_enum(Choice::new(reader, variants)?))
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        // The key of a struct or the name of a variant: its text is the name, whatever it would resolve to.
        self.at(|reader| match reader.node.as_text() {
            Some(text) => visitor.visit_str(text),
            None => Err(wrong_type("a name", describe(reader.node))),
        })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    fn is_human_readable(&self) -> bool {
        true
    }
}

//! A value as upstream's decoder holds it.

use std::collections::BTreeMap;

use smol_str::SmolStr;

use super::free::Free;
use crate::facts::{Facts, Field, Omit, Shape, Special, TextKind};
use crate::scalar::Url;

/// A value as upstream's decoder holds it. Which variants can stand where follows from the shape.
///
/// It may hold secrets, so it has no `Debug`. Which variant it is stands in a byte of its own, for that is what is asked
/// of data most.
#[derive(Clone, PartialEq)]
#[repr(u8)]
pub(crate) enum Datum {
    /// A pointer to nothing, a list or mapping that was never given.
    Nil,
    /// True or false.
    Bool(bool),
    /// A whole number; durations in nanoseconds, modes as bits.
    Int(i128),
    /// A text, or what has its own text form, in that form. Long ones are shared with the tree that they were read from.
    Text(SmolStr),
    /// A URL.
    Url(Box<Url>),
    /// A list.
    List(Vec<Datum>),
    /// Texts with values.
    Map(BTreeMap<String, Datum>),
    /// The fields of a struct, all of them, in their order.
    Struct(Vec<Datum>),
    /// A mapping of anything.
    Free(Box<Free>),
}

impl Datum {
    /// What a field is when nobody set it.
    pub(crate) fn zero(shape: &Shape, facts: &Facts) -> Self {
        match shape {
            Shape::Bool => Self::Bool(false),
            Shape::Int { .. } | Shape::Duration | Shape::Special(Special::DiskSize | Special::FileMode) => {
                Self::Int(0)
            }
            Shape::Struct(place) => Self::Struct(
                facts.at(*place).fields.iter().map(|field| Self::zero(&field.shape, facts)).collect(),
            ),
            Shape::Special(Special::Size) => Self::Struct(vec![Self::Nil, Self::Nil]),
            Shape::Special(Special::Pem { .. }) => {
                Self::Struct(vec![Self::Text(SmolStr::default()), Self::Text(SmolStr::default())])
            }
            _ => zero_text(shape).map_or(Self::Nil, |text| Self::Text(SmolStr::new_static(text))),
        }
    }

    /// Whether a field that is left out when empty is left out (`isZero` of Go's YAML library).
    pub(crate) fn is_empty(&self, shape: &Shape, facts: &Facts) -> bool {
        match (self, shape) {
            (_, Shape::Pointer(_)) => *self == Self::Nil,
            (Self::List(items), _) => items.is_empty(),
            (Self::Map(entries), _) => entries.is_empty(),
            (Self::Free(free), _) => free.value.as_mapping().is_some_and(manifest::Map::is_empty),
            (Self::Struct(values), Shape::Struct(place)) => {
                let owner = facts.at(*place);
                // Encryption without provider and keys is none, whatever else is said about it.
                let decisive: Option<[&str; 2]> =
                    (owner.name == "block.EncryptionSpec").then_some(["provider", "keys"]);
                let decisive = decisive.filter(|_| facts.minor.asks_whether_empty());
                let counts = |field: &Field| decisive.is_none_or(|keys| keys.contains(&field.key));
                let mut fields = values.iter().zip(&owner.fields).filter(|(_, field)| counts(field));
                fields.all(|(value, field)| value.is_empty_as(field, facts))
            }
            (Self::Text(text), Shape::Text(TextKind::HardwareAddr | TextKind::Base64)) => text.is_empty(),
            _ => self.is_zero(shape, facts),
        }
    }

    /// The same for the value of a field. Some lists are empty only where they were never given.
    pub(crate) fn is_empty_as(&self, field: &Field, facts: &Facts) -> bool {
        match field.omit {
            Omit::Nil => *self == Self::Nil,
            Omit::Never | Omit::Empty => self.is_empty(&field.shape, facts),
        }
    }

    /// Whether a merge takes it for "not given": its zero value; a list or mapping without content is given.
    pub(crate) fn is_zero(&self, shape: &Shape, facts: &Facts) -> bool {
        match (self, shape) {
            (Self::Text(text), _) => zero_text(shape) == Some(&**text),
            (Self::Struct(values), Shape::Struct(place)) => {
                let mut fields = values.iter().zip(&facts.at(*place).fields);
                fields.all(|(value, field)| value.is_zero(&field.shape, facts))
            }
            (Self::Struct(sides), Shape::Special(Special::Size)) => {
                sides.iter().all(|side| *side == Self::Nil)
            }
            (Self::Struct(parts), Shape::Special(Special::Pem { .. })) => {
                parts.iter().all(|part| part.as_text() == Some(""))
            }
            _ => *self == Self::zero(shape, facts),
        }
    }

    /// The value of a field of a struct, by its place.
    pub(crate) fn field(&self, place: usize) -> Option<&Self> {
        match self {
            Self::Struct(values) => values.get(place),
            _ => None,
        }
    }

    /// The text, if it is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The text that a field is when nobody set it; none where it is no text then.
fn zero_text(shape: &Shape) -> Option<&'static str> {
    match shape {
        Shape::Text(TextKind::HardwareAddr | TextKind::Base64) => None,
        Shape::Text(TextKind::RoutingTable) => Some("unspec"),
        Shape::String | Shape::Text(_) => Some(""),
        Shape::Word(words) => Some(words.zero),
        _ => None,
    }
}

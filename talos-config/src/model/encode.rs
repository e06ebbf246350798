//! From data back to text, in the order and form that upstream writes.

use manifest::Value;
use manifest::yaml::{self, Bare, Layout, Resolved, legacy_bool, resolve};
use serde::ser::{Serialize, SerializeMap as _, SerializeSeq as _, SerializeStruct as _, Serializer};

use super::free::{BareKey, Free};
use super::{Datum, Way};
use crate::facts::{Facts, Omit, Shape, Special};
use crate::scalar::{DiskSize, Duration, FileMode};

/// The text of a document of a kind that has this struct.
pub(crate) fn encode(facts: &'static Facts, place: usize, datum: &Datum) -> Result<String, yaml::WriteError> {
    let document = Written { facts, datum, shape: &Shape::Struct(place) };
    yaml::to_string(&document, &Layout::go(facts.minor.yaml()))
}

/// A value where a shape is wanted, to be written for one minor.
#[derive(Clone, Copy)]
struct Written<'d> {
    facts: &'static Facts,
    datum: &'d Datum,
    shape: &'d Shape,
}

impl<'d> Written<'d> {
    fn part(self, datum: &'d Datum, shape: &'d Shape) -> Self {
        Self { datum, shape, ..self }
    }

    fn fields<S: Serializer>(self, place: usize, serializer: S) -> Result<S::Ok, S::Error> {
        let values = match self.datum {
            Datum::Struct(values) => values.as_slice(),
            _ => &[],
        };
        let mut fields = serializer.serialize_struct("", values.len())?;
        for (value, field) in values.iter().zip(&self.facts.at(place).fields) {
            if field.omit == Omit::Never || !value.is_empty_as(field, self.facts) {
                fields.serialize_field(field.key, &self.part(value, &field.shape))?;
            }
        }
        fields.end()
    }

    fn special<S: Serializer>(self, special: Special, serializer: S) -> Result<S::Ok, S::Error> {
        match (special, self.datum) {
            (Special::Size, Datum::Struct(sides)) => {
                text(sides.iter().find(|side| **side != Datum::Nil), serializer)
            }
            (Special::DiskSize, Datum::Int(bytes)) => {
                let size = DiskSize::from_bytes(u64::try_from(*bytes).unwrap_or_default());
                if size.is_plain() { integer(*bytes, serializer) } else { serializer.collect_str(&size) }
            }
            (Special::FileMode, Datum::Int(bits)) => {
                let mode = FileMode::new(u32::try_from(*bits).unwrap_or_default());
                Bare(&mode.to_string()).serialize(serializer)
            }
            (Special::PortRange, Datum::Int(port)) => integer(*port, serializer),
            (Special::PortRange, Datum::Nil) => serializer.serialize_i64(0),
            (Special::Url | Special::Endpoint, Datum::Url(url)) => serializer.collect_str(url),
            (Special::Args, Datum::Map(args)) => {
                let args = args.iter().map(|(name, value)| (&**name, Argument(value)));
                sorted(args.collect(), serializer)
            }
            (Special::Args, _) => empty_mapping(serializer),
            (Special::Pem { crt, key }, Datum::Struct(parts)) => {
                let names = [("crt", crt), ("key", key)];
                let mut pair = serializer.serialize_struct("", names.len())?;
                for ((name, _), part) in names.into_iter().zip(parts).filter(|((_, has), _)| *has) {
                    pair.serialize_field(name, part.as_text().unwrap_or_default())?;
                }
                pair.end()
            }
            (Special::InlineManifests(place), Datum::List(items)) => {
                let shape = Shape::Struct(place);
                serializer.collect_seq(items.iter().map(|item| self.part(item, &shape)))
            }
            (Special::InlineManifests(_), _) => serializer.serialize_seq(Some(0))?.end(),
            (_, datum) => text(Some(datum), serializer),
        }
    }
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.datum, self.shape) {
            (Datum::Nil, Shape::Pointer(_)) => serializer.serialize_unit(),
            (_, Shape::Pointer(inner)) => self.part(self.datum, inner).serialize(serializer),
            (_, Shape::Special(special)) => self.special(*special, serializer),
            (_, Shape::Struct(place)) => self.fields(*place, serializer),
            (Datum::Nil, Shape::List { .. }) => serializer.serialize_seq(Some(0))?.end(),
            (Datum::Nil, Shape::Map(_) | Shape::Free) => empty_mapping(serializer),
            (Datum::Nil, _) => serializer.serialize_str(""),
            (Datum::Int(nanoseconds), Shape::Duration) => {
                let nanoseconds = i64::try_from(*nanoseconds).unwrap_or_default();
                serializer.collect_str(&Duration::from_nanos(nanoseconds))
            }
            (Datum::List(items), Shape::List { item, .. }) => {
                serializer.collect_seq(items.iter().map(|datum| self.part(datum, item)))
            }
            (Datum::Map(entries), Shape::Map(inner)) => {
                let entries = entries.iter().map(|(key, value)| (&**key, self.part(value, inner)));
                sorted(entries.collect(), serializer)
            }
            (Datum::Free(free), _) => {
                FreeValue { free, value: &free.value, way: Way::Root }.serialize(serializer)
            }
            (Datum::Bool(value), _) => serializer.serialize_bool(*value),
            (Datum::Int(number), _) => integer(*number, serializer),
            (Datum::Text(text), _) => serializer.serialize_str(text),
            (Datum::Url(url), _) => serializer.collect_str(url),
            (Datum::List(_) | Datum::Map(_) | Datum::Struct(_), _) => serializer.serialize_unit(),
        }
    }
}

/// The value of a command line argument: none and an empty text are written as nothing.
struct Argument<'d>(&'d Datum);

impl Serialize for Argument<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Datum::Text(text) if !text.is_empty() => ArgumentText(text).serialize(serializer),
            Datum::List(items) => {
                let texts = items.iter().map(|item| ArgumentText(item.as_text().unwrap_or_default()));
                serializer.collect_seq(texts)
            }
            _ => serializer.serialize_unit(),
        }
    }
}

/// Arguments are written as nodes, past the check for words that only YAML 1.1 takes for booleans or numbers, and for the
/// merge sign.
struct ArgumentText<'d>(&'d str);

impl Serialize for ArgumentText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 == "<<" {
            Bare("\"<<\"").serialize(serializer)
        } else if legacy_bool(self.0).is_some() || is_base_60(self.0) {
            Bare(self.0).serialize(serializer)
        } else {
            serializer.serialize_str(self.0)
        }
    }
}

/// A value in a mapping of anything: keys stand in the library's own order, and neither dates nor all keys are texts.
struct FreeValue<'d> {
    free: &'d Free,
    value: &'d Value,
    way: Way<'d>,
}

impl FreeValue<'_> {
    fn is_date(&self) -> bool {
        let dates = &self.free.bare.dates;
        !dates.is_empty() && dates.contains(&self.way.path())
    }

    /// What a key of it is, if it is no text.
    fn bare_key(&self, key: &str) -> Option<&BareKey> {
        let keys = &self.free.bare.keys;
        if keys.is_empty() { None } else { keys.get(&self.way.path().key(key)) }
    }
}

impl Serialize for FreeValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (free, way) = (self.free, &self.way);
        match self.value {
            Value::Mapping(map) => {
                let mut entries: Vec<_> =
                    map.iter().map(|(key, value)| (key, self.bare_key(key), value)).collect();
                entries.sort_by(|one, other| BareKey::compare((one.0, one.1), (other.0, other.1)));
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, bare, value) in entries {
                    let value = FreeValue { free, value, way: Way::Key(way, key) };
                    match bare {
                        Some(bare) => map.serialize_entry(&Bare(&bare.text), &value)?,
                        None => map.serialize_entry(key, &value)?,
                    }
                }
                map.end()
            }
            Value::Sequence(items) => {
                let items = items.iter().enumerate();
                serializer.collect_seq(items.map(|(index, value)| FreeValue {
                    free,
                    value,
                    way: Way::Index(way, index),
                }))
            }
            Value::String(text) if self.is_date() => Bare(text).serialize(serializer),
            other => other.serialize(serializer),
        }
    }
}

/// Whether YAML 1.1 takes a text for a number with the base 60, such as `12:30:45`.
fn is_base_60(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_digit = |byte: u8| byte.is_ascii_digit() || byte == b'_' || byte == b':' || byte == b'.';
    digits.contains(':')
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(is_digit)
        && resolve(text) == Resolved::String
}

fn text<S: Serializer>(datum: Option<&Datum>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(datum.and_then(Datum::as_text).unwrap_or_default())
}

fn integer<S: Serializer>(number: i128, serializer: S) -> Result<S::Ok, S::Error> {
    match i64::try_from(number) {
        Ok(number) => serializer.serialize_i64(number),
        Err(_) => serializer.serialize_u64(u64::try_from(number).unwrap_or_default()),
    }
}

fn empty_mapping<S: Serializer>(serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_map(Some(0))?.end()
}

/// A mapping whose keys stand in the library's own order.
fn sorted<S: Serializer, V: Serialize>(
    mut entries: Vec<(&str, V)>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    entries.sort_by(|(left, _), (right, _)| yaml::natural_cmp(left, right));
    let mut map = serializer.serialize_map(Some(entries.len()))?;
    for (key, value) in &entries {
        map.serialize_entry(key, value)?;
    }
    map.end()
}

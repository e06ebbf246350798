//! Keys that are no texts, in mappings that nobody gave a type.

use std::cmp::Ordering;

use manifest::Value;
use manifest::yaml::{self, GoYaml, Layout, Node, Resolved, natural_cmp, resolve_as};

use super::rfc3339;

/// A key that is no text.
#[derive(Clone, PartialEq)]
pub(crate) struct BareKey {
    /// As Go writes it.
    pub(crate) text: String,
    place: Place,
}

/// Where a key stands among others, as Go's library orders them.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// By its value; of equal ones by the kind of number, with truth values before all, and by all digits.
    Number(f64, u8, i128),
    Nothing,
    Date,
}

impl BareKey {
    /// What a key of a mapping is, unless it is a text.
    pub(super) fn of(key: &Node, release: GoYaml) -> Option<Self> {
        let key = key.target();
        let scalar = key.as_scalar()?;
        let resolved = match key.tag.as_deref().map(|tag| tag.strip_prefix("tag:yaml.org,2002:")) {
            None if scalar.is_plain() => resolve_as(&scalar.text, release),
            Some(Some("int" | "float" | "bool" | "null" | "timestamp")) => resolve_as(&scalar.text, release),
            _ => return None,
        };
        #[expect(clippy::cast_precision_loss, reason = "Go compares them as floats, too")]
        let (value, place) = match resolved {
            Resolved::Bool(value) => (Value::Bool(value), Place::Number(f64::from(u8::from(value)), 0, 0)),
            Resolved::Int(value) => (Value::Int(value), Place::Number(value as f64, 1, value.into())),
            Resolved::UInt(value) => (Value::UInt(value), Place::Number(value as f64, 2, value.into())),
            Resolved::Float(value) => (Value::Float(value), Place::Number(value, 3, 0)),
            Resolved::Null => (Value::Null, Place::Nothing),
            Resolved::Timestamp => {
                return rfc3339(&scalar.text).map(|text| Self { text, place: Place::Date });
            }
            Resolved::Merge | Resolved::String => return None,
        };
        let text = yaml::to_string(&value, &Layout::go(release)).ok()?.trim_end().to_owned();
        Some(Self { text, place })
    }

    /// The order of two keys, each with what it is if it is no text.
    pub(crate) fn compare(one: (&str, Option<&Self>), other: (&str, Option<&Self>)) -> Ordering {
        match (one.1.map(|key| key.place), other.1.map(|key| key.place)) {
            (None, None) => natural_cmp(one.0, other.0),
            (
                Some(Place::Number(one, kind, digits)),
                Some(Place::Number(other, other_kind, other_digits)),
            ) => {
                let by_value = one.partial_cmp(&other).unwrap_or(Ordering::Equal);
                by_value.then_with(|| (kind, digits).cmp(&(other_kind, other_digits)))
            }
            (one, other) => rank(one).cmp(&rank(other)),
        }
    }
}

/// Numbers come first, then nothing, texts, and dates.
fn rank(place: Option<Place>) -> u8 {
    match place {
        Some(Place::Number(..)) => 0,
        Some(Place::Nothing) => 1,
        None => 2,
        Some(Place::Date) => 3,
    }
}

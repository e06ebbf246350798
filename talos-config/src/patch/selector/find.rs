//! Finding what is to go, and deleting it.

use manifest::Value;

use super::Step;
use crate::facts::{Facts, Shape, Special};
use crate::model::Datum;
use crate::scalar::{Duration, FileMode};

const LOOKUP_FAILED: &str = "lookup failed";

/// What is gone.
#[derive(Clone, Copy)]
pub(super) enum Gone {
    /// The value of a field, which is there all the same.
    Field,
    /// A key of a mapping.
    Key,
    /// The item at the end of the way.
    Item(usize),
}

/// Deletes what a way leads to.
pub(super) fn delete(
    datum: &mut Datum,
    place: usize,
    path: &[Step],
    facts: &Facts,
) -> Result<Gone, &'static str> {
    Finder { facts }.delete(datum, &Shape::Struct(place), path)
}

struct Finder<'f> {
    facts: &'f Facts,
}

impl Finder<'_> {
    fn delete(&self, datum: &mut Datum, shape: &Shape, path: &[Step]) -> Result<Gone, &'static str> {
        let [step, rest @ ..] = path else { return Err(LOOKUP_FAILED) };
        match (shape, step) {
            (Shape::Pointer(inner), _) if *datum != Datum::Nil => self.delete(datum, inner, path),
            (Shape::Struct(place), Step::Key(key)) => {
                let (index, field) = self.facts.at(*place).field(key).ok_or(LOOKUP_FAILED)?;
                let Datum::Struct(values) = datum else { return Err(LOOKUP_FAILED) };
                let value = values.get_mut(index).ok_or(LOOKUP_FAILED)?;
                if rest.is_empty() {
                    *value = Datum::zero(&field.shape, self.facts);
                    return Ok(Gone::Field);
                }
                self.delete(value, &field.shape, rest)
            }
            (Shape::Map(inner), Step::Key(key)) => {
                let Datum::Map(entries) = datum else { return Err(LOOKUP_FAILED) };
                if rest.is_empty() {
                    return entries.remove(key).map(|_| Gone::Key).ok_or(LOOKUP_FAILED);
                }
                self.delete(entries.get_mut(key).ok_or(LOOKUP_FAILED)?, inner, rest)
            }
            (Shape::Special(Special::Args), Step::Key(key)) if rest.is_empty() => {
                let Datum::Map(entries) = datum else { return Err(LOOKUP_FAILED) };
                entries.remove(key).map(|_| Gone::Key).ok_or(LOOKUP_FAILED)
            }
            (Shape::Free, Step::Key(_)) if self.facts.minor.deletes_everywhere() => match datum {
                Datum::Free(free) => {
                    delete_free(&mut free.value, path)?;
                    Ok(Gone::Key)
                }
                _ => Err(LOOKUP_FAILED),
            },
            (Shape::List { item, .. }, _) => self.item(datum, item, step, rest),
            (Shape::Special(Special::InlineManifests(place)), _) => {
                self.item(datum, &Shape::Struct(*place), step, rest)
            }
            _ => Err(LOOKUP_FAILED),
        }
    }

    fn item(
        &self,
        datum: &mut Datum,
        item: &Shape,
        step: &Step,
        rest: &[Step],
    ) -> Result<Gone, &'static str> {
        let Step::Item { found_by, .. } = step else {
            return Err("searching for non-integer keys in slices is not supported");
        };
        if !rest.is_empty() {
            return Err("searching for complex paths in slices is not supported");
        }
        let Some((key, Some(value))) = found_by else { return Err(LOOKUP_FAILED) };
        let Datum::List(items) = datum else { return Err(LOOKUP_FAILED) };
        for (index, one) in items.iter().enumerate() {
            if self.is_meant(one, item, key, value)? {
                items.remove(index);
                return Ok(Gone::Item(index));
            }
        }
        Err(LOOKUP_FAILED)
    }

    /// Whether a field of an item prints as the text that was asked for. Numbers never do.
    fn is_meant(&self, item: &Datum, shape: &Shape, key: &str, wanted: &str) -> Result<bool, &'static str> {
        let place = match shape {
            Shape::Pointer(inner) => return self.is_meant(item, inner, key, wanted),
            Shape::Struct(place) => *place,
            // Keys of free mappings are no fields, and find nothing.
            _ => return Ok(false),
        };
        let Some((index, field)) = self.facts.at(place).field(key) else { return Ok(false) };
        let everywhere = self.facts.minor.deletes_everywhere();
        Ok(match (item.field(index), field.shape.behind_pointers()) {
            (Some(Datum::Text(text)), Shape::String) => {
                text == wanted && !matches!(field.shape, Shape::Pointer(_))
            }
            (Some(Datum::Url(url)), _) => everywhere && url.to_string() == wanted,
            (Some(Datum::Nil), Shape::Special(Special::Url | Special::Endpoint)) if everywhere => {
                return Err("an item before it has no such URL, over which Talos crashes");
            }
            (Some(Datum::Int(nanoseconds)), Shape::Duration) => {
                let nanoseconds = i64::try_from(*nanoseconds).unwrap_or_default();
                everywhere && Duration::from_nanos(nanoseconds).to_string() == wanted
            }
            (Some(Datum::Text(text)), Shape::Word(_) | Shape::Text(_)) => everywhere && text == wanted,
            (Some(Datum::Int(bits)), Shape::Special(Special::FileMode)) => {
                everywhere && u32::try_from(*bits).is_ok_and(|bits| FileMode::new(bits).to_string() == wanted)
            }
            _ => false,
        })
    }
}

fn delete_free(value: &mut Value, path: &[Step]) -> Result<(), &'static str> {
    let [Step::Key(key), rest @ ..] = path else { return Err(LOOKUP_FAILED) };
    let Value::Mapping(map) = value else { return Err(LOOKUP_FAILED) };
    if rest.is_empty() {
        return map.remove(key).map(drop).ok_or(LOOKUP_FAILED);
    }
    delete_free(map.get_mut(key).ok_or(LOOKUP_FAILED)?, rest)
}

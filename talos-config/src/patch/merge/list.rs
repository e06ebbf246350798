//! Lists: appended, unless their items have keys.

use super::{Merger, Stop};
use crate::facts::Shape;
use crate::model::Datum;
use crate::patch::trail::Trace;

const NO_ITEM: &str = "an item of the list is nothing: Talos crashes when it merges one";

impl Merger {
    pub(super) fn list(
        &self,
        left: &mut Datum,
        right: &Datum,
        item: &Shape,
        keyed: Option<&'static str>,
        mut trace: Trace<'_>,
    ) -> Result<(), Stop> {
        let Datum::List(patch) = right else { return Ok(()) };
        if *left == Datum::Nil {
            *left = Datum::List(Vec::new());
            // A list of devices, too, is merged item by item with what the same patch brought before.
            if keyed.is_none() {
                left.clone_from(right);
                trace.take();
                return Ok(());
            }
            trace.begin_list();
        }
        let Datum::List(base) = left else { return Ok(()) };
        let Some(key) = keyed else {
            base.extend(patch.iter().cloned());
            trace.append();
            return Ok(());
        };
        let known = base.len();
        for (place, one) in patch.iter().enumerate() {
            if *one == Datum::Nil {
                return Err(Stop::new(NO_ITEM));
            }
            let limit = if key == "image" { known } else { base.len() };
            let twin = self.twin(base.get(..limit).unwrap_or_default(), one, item, key)?;
            match twin.and_then(|index| Some((index, base.get_mut(index)?))) {
                // Rules of image verification are replaced as a whole.
                Some((index, twin)) if key == "image" => {
                    twin.clone_from(one);
                    trace.item(index, place).take();
                }
                Some((index, twin)) => self.item(twin, one, item, trace.item(index, place))?,
                None => {
                    base.push(one.clone());
                    trace.push(place);
                }
            }
        }
        Ok(())
    }

    fn item(&self, left: &mut Datum, right: &Datum, item: &Shape, trace: Trace<'_>) -> Result<(), Stop> {
        match item {
            Shape::Pointer(inner) => self.value(left, right, inner, trace),
            other => self.value(left, right, other, trace),
        }
    }

    /// The place of the item that an item of the patch is merged with.
    pub(in crate::patch) fn twin(
        &self,
        base: &[Datum],
        one: &Datum,
        item: &Shape,
        key: &str,
    ) -> Result<Option<usize>, Stop> {
        if base.contains(&Datum::Nil) {
            return Err(Stop::new(NO_ITEM));
        }
        let place = match item {
            Shape::Pointer(inner) => place(inner),
            other => place(other),
        };
        let owner = self.facts.at(place);
        let Some((index, field)) = owner.field(key) else { return Ok(None) };
        let value = one.field(index);
        if key == "interface" && value.is_none_or(|value| value.is_zero(&field.shape, self.facts)) {
            return Ok(self.same_selector(base, one, place));
        }
        let is_twin = |other: &Datum| other.field(index) == value;
        // Of rules for the same image the last one counts.
        Ok(if key == "image" { base.iter().rposition(is_twin) } else { base.iter().position(is_twin) })
    }

    /// The device with the same selector. Upstream compares `physical` by address, so a selector that sets it finds
    /// nothing.
    fn same_selector(&self, base: &[Datum], one: &Datum, device: usize) -> Option<usize> {
        let (index, field) = self.facts.at(device).field("deviceSelector")?;
        let Shape::Pointer(inner) = &field.shape else { return None };
        let (physical, _) = self.facts.at(place(inner)).field("physical")?;
        let selector = one.field(index).filter(|selector| **selector != Datum::Nil)?;
        if selector.field(physical) != Some(&Datum::Nil) {
            return None;
        }
        base.iter().position(|other| other.field(index) == Some(selector))
    }
}

fn place(shape: &Shape) -> usize {
    match shape {
        Shape::Struct(place) => *place,
        _ => usize::MAX,
    }
}

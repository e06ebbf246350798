//! Keys of fields, and how a field is found by one in a step or two: every key of every document is looked for.

use super::Field;

/// A key with a number made of its text. Where the text is known when the crate is built, so is the number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key<'k> {
    pub(crate) text: &'k str,
    number: u32,
}

impl<'k> Key<'k> {
    pub(crate) const fn of(text: &'k str) -> Self {
        let mut number = 0_u32;
        let mut rest = text.as_bytes();
        while let [byte, behind @ ..] = rest {
            number = (number.rotate_left(5) ^ *byte as u32).wrapping_mul(0x9e37_79b1);
            rest = behind;
        }
        // The low digits tell keys apart that differ in their last letters, which is where the product is weak.
        Self { text, number: number ^ (number >> 15) }
    }
}

/// The places of fields, by the numbers of their keys. What collides stands in the slots behind.
#[derive(Debug)]
pub(super) struct Index {
    /// A power of two of them, or none at all.
    slots: Vec<Slot>,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    number: u32,
    /// Where the field stands; [`Slot::FREE`] where there is none.
    place: u32,
}

impl Slot {
    const FREE: u32 = u32::MAX;
}

impl Index {
    /// The index of nothing.
    pub(super) const EMPTY: Self = Self { slots: Vec::new() };

    pub(super) fn of(fields: &[Field]) -> Self {
        // At most half full, so that a search ends.
        let free = Slot { number: 0, place: Slot::FREE };
        let mut slots = vec![free; (2 * fields.len()).next_power_of_two()];
        for (place, field) in (0..).zip(fields) {
            let Key { number, .. } = Key::of(field.key);
            let mut at = start(number, slots.len());
            while slots.get(at).is_some_and(|slot| slot.place != Slot::FREE) {
                at = (at + 1) % slots.len();
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = Slot { number, place };
            }
        }
        Self { slots }
    }

    /// The first field with a key that is taken for this one, and its place. Nearly always the numbers tell, so `is_same`
    /// is asked once.
    pub(super) fn find<'f>(
        &self,
        key: Key<'_>,
        fields: &'f [Field],
        is_same: impl Fn(&Field) -> bool,
    ) -> Option<(usize, &'f Field)> {
        let mut at = start(key.number, self.slots.len());
        loop {
            let Slot { number, place } = *self.slots.get(at)?;
            if place == Slot::FREE {
                return None;
            }
            let place = usize::try_from(place).ok()?;
            if number == key.number
                && let Some(field) = fields.get(place)
                && is_same(field)
            {
                return Some((place, field));
            }
            at = (at + 1) & self.slots.len().wrapping_sub(1);
        }
    }
}

/// The slot at which the search for a number starts.
fn start(number: u32, slots: usize) -> usize {
    usize::try_from(number).unwrap_or_default() & slots.wrapping_sub(1)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Key;
    use crate::facts::parse;

    /// What [`Struct::known_field`](crate::facts::Struct::known_field) relies on.
    #[test]
    fn no_two_keys_have_the_same_number() {
        let mut keys = BTreeMap::new();
        for row in parse::rows() {
            let known = *keys.entry(Key::of(row.key).number).or_insert(row.key);
            assert_eq!(known, row.key);
        }
        assert!(keys.len() > 400, "{}", keys.len());
    }
}

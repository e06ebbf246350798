//! Keys of fields, and how a field is found by one in a step or two: every key of every document is looked for.

use super::Field;

/// A number made of the text of a key.
fn number(key: &str) -> u32 {
    let number = key
        .bytes()
        .fold(0_u32, |number, byte| (number.rotate_left(5) ^ u32::from(byte)).wrapping_mul(0x9e37_79b1));
    // The low digits tell keys apart that differ in their last letters, which is where the product is weak.
    number ^ (number >> 15)
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
            let number = number(field.key);
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

    /// The first field with a key, and its place. Nearly always the numbers tell, so that one text is compared.
    pub(super) fn find<'f>(&self, key: &str, fields: &'f [Field]) -> Option<(usize, &'f Field)> {
        let wanted = number(key);
        let mut at = start(wanted, self.slots.len());
        loop {
            let Slot { number, place } = *self.slots.get(at)?;
            if place == Slot::FREE {
                return None;
            }
            let place = usize::try_from(place).ok()?;
            if number == wanted
                && let Some(field) = fields.get(place)
                && field.key == key
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

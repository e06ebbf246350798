//! Randomness that is the same on every machine and in every release of every dependency.

/// A stream of random numbers from a seed: the same seed gives the same cases, forever.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The stream of one case: case 7 is the same whether the six before it were made or not.
    #[must_use]
    pub fn for_case(seed: u64, subject: &str, index: u64) -> Self {
        let mut random = Self(seed);
        for byte in subject.bytes() {
            random.0 ^= u64::from(byte);
            random.bits();
        }
        random.0 ^= index;
        random.bits();
        random
    }

    /// Sixty-four random bits (splitmix64).
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number below `limit`; 0 when the limit is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        let limit = limit.max(1) as u128;
        usize::try_from((u128::from(self.bits()) * limit) >> 64).unwrap_or_default()
    }

    /// True in `percent` of a hundred cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of the choices.
    ///
    /// # Panics
    ///
    /// Panics if there are none: the choices of a generator are written down in its source.
    #[expect(clippy::expect_used, reason = "an empty list of choices is a fault of the generator's source")]
    pub fn pick<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        let index = self.below(choices.len());
        choices.get(index).expect("a choice")
    }

    /// A number of decimal digits as text, without a leading zero unless it is the only digit.
    pub fn digits(&mut self, most: usize) -> String {
        let count = 1 + self.below(most);
        (0..count)
            .map(|place| {
                let digit = if place == 0 && count > 1 { 1 + self.below(9) } else { self.below(10) };
                char::from(b'0' + u8::try_from(digit).unwrap_or_default())
            })
            .collect()
    }

    /// A text with one character removed, doubled, swapped, replaced or inserted.
    pub fn mutate(&mut self, text: &str, alphabet: &[&str]) -> String {
        let mut parts: Vec<String> = text.chars().map(String::from).collect();
        let place = self.below(parts.len() + 1);
        let here = place.min(parts.len().saturating_sub(1));
        match self.below(5) {
            0 if !parts.is_empty() => drop(parts.remove(here)),
            1 if !parts.is_empty() => parts.insert(here, parts.get(here).cloned().unwrap_or_default()),
            2 if here > 0 => parts.swap(here - 1, here),
            3 if !parts.is_empty() => {
                parts.remove(here);
                parts.insert(here, self.pick(alphabet).to_owned());
            }
            _ => parts.insert(place, self.pick(alphabet).to_owned()),
        }
        parts.concat()
    }
}

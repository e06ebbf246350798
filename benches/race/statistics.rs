//! The middle and the spread of measurements.

use serde::Serialize;

/// Measurements of one thing, as their median and extremes. With few measurements the extremes say more than a deviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Spread {
    pub(crate) median: u64,
    pub(crate) least: u64,
    pub(crate) most: u64,
    /// How many measurements.
    pub(crate) count: usize,
}

impl Spread {
    /// Of at least one measurement; none of none.
    pub(crate) fn of(samples: impl IntoIterator<Item = u64>) -> Option<Self> {
        let mut samples: Vec<u64> = samples.into_iter().collect();
        samples.sort_unstable();
        let count = samples.len();
        let (upper, lower) = (samples.get(count / 2)?, samples.get((count - 1) / 2)?);
        Some(Self { median: upper.midpoint(*lower), least: *samples.first()?, most: *samples.last()?, count })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle_and_the_extremes_are_kept() {
        let spread = |samples: &[u64]| {
            Spread::of(samples.iter().copied()).map(|spread| (spread.least, spread.median, spread.most))
        };
        assert_eq!(spread(&[]), None);
        assert_eq!(spread(&[5]), Some((5, 5, 5)));
        assert_eq!(spread(&[9, 1, 5]), Some((1, 5, 9)));
        assert_eq!(spread(&[9, 1, 5, 7]), Some((1, 6, 9)));
    }
}

//! How often, and how long apart, something is tried again.

use std::time::Duration;

/// A bounded number of tries with pauses that grow and are spread by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    /// How often something is tried in all; at least once.
    pub attempts: u32,
    /// The pause after the first try, before it is spread.
    pub first: Duration,
    /// The longest pause.
    pub longest: Duration,
}

impl Retry {
    /// Never again.
    pub const NONE: Self = Self { attempts: 1, first: Duration::ZERO, longest: Duration::ZERO };

    /// The pause after the try with this number, from 1; none when there is no further try.
    ///
    /// The pause doubles with each try up to the longest; `random` takes up to half of it away, so that clients that
    /// failed together do not come back together.
    #[must_use]
    pub fn pause(&self, attempt: u32, random: u64) -> Option<Duration> {
        if attempt >= self.attempts {
            return None;
        }
        let doublings = attempt.saturating_sub(1).min(31);
        let full = self.first.saturating_mul(1 << doublings).min(self.longest);
        let half = full / 2;
        let share = u32::try_from(random % 1024).unwrap_or_default();
        Some(half + (half * share) / 1024)
    }
}

impl Default for Retry {
    /// Five tries within a few seconds.
    fn default() -> Self {
        Self { attempts: 5, first: Duration::from_millis(200), longest: Duration::from_secs(5) }
    }
}

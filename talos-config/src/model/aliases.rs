//! How much of a document stands behind aliases.

/// Counts what is read, and what of it behind aliases, as Go's YAML library does, to know an attack from a document.
#[derive(Default)]
pub(crate) struct Aliases {
    depth: usize,
    seen: usize,
    behind: usize,
}

impl Aliases {
    /// What is read from now on stands behind one more alias.
    pub(crate) fn enter(&mut self) {
        self.depth += 1;
    }

    /// The end of what stands behind the last alias.
    pub(crate) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Whether anything that is read now stands behind an alias.
    pub(crate) fn is_behind(&self) -> bool {
        self.depth > 0
    }

    /// Counts a value; whether so much of the work is done behind aliases that it is an attack. The limits are Go's.
    pub(crate) fn count(&mut self) -> bool {
        self.seen += 1;
        self.behind += usize::from(self.depth > 0);
        let allowed = match self.seen {
            0..=400_000 => 99,
            400_001..4_000_000 => 10 + 89 * (4_000_000 - self.seen) / 3_600_000,
            _ => 10,
        };
        self.behind > 100 && self.behind * 100 / self.seen > allowed
    }
}

//! Plans in words.

use std::fmt::Write as _;

use super::plan::{Change, Deed, Plan};
use crate::terminal::visible;

impl Plan<'_> {
    /// What would be done.
    pub(crate) fn intended(&self) -> String {
        self.list(["would create", "would update", "would delete"], ["to create", "to update", "to delete"])
    }

    /// What was done, after it was done.
    pub(crate) fn done(&self) -> String {
        let words = ["created", "updated", "deleted"];
        self.list(words, words)
    }

    /// A line for each change, and a last one that counts.
    fn list(&self, each: [&str; 3], all: [&str; 3]) -> String {
        let [create, update, delete] = each;
        let mut counts = [0; 3];
        let [created, updated, deleted] = &mut counts;
        let mut lines = String::new();
        for Change { path, deed } in &self.changes {
            let (count, word) = match deed {
                Deed::Create { .. } => (&mut *created, create),
                Deed::Update { .. } => (&mut *updated, update),
                Deed::Delete { .. } => (&mut *deleted, delete),
            };
            *count += 1;
            // Writing to a string cannot fail.
            let _ = writeln!(lines, "{word} {}", visible(path));
        }
        let counts = counts.into_iter().zip(all).chain([(self.unchanged, "unchanged")]);
        let counts = counts.filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
        format!("{lines}{}\n", counts.collect::<Vec<_>>().join(", "))
    }
}

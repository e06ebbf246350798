//! What is in the way of writing.

use std::collections::BTreeSet;

use crate::failure::Failure;

/// Something that must not be touched.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Obstacle {
    path: String,
    why: String,
    /// Whether `--force` moves it out of the way.
    yields: bool,
}

impl Obstacle {
    pub(super) fn new(path: impl Into<String>, why: impl Into<String>) -> Self {
        Self { path: path.into(), why: why.into(), yields: false }
    }

    /// A file of the user's own.
    pub(super) fn not_ours(path: impl Into<String>) -> Self {
        Self { path: path.into(), why: "frank did not generate this file".to_owned(), yields: true }
    }
}

/// All obstacles in one failure; none if there are none.
pub(super) fn stop(obstacles: Vec<Obstacle>) -> Result<(), Failure> {
    // One link is in the way of many files.
    let obstacles = Vec::from_iter(BTreeSet::from_iter(obstacles));
    let count = match &*obstacles {
        [] => return Ok(()),
        [_] => "1 path is".to_owned(),
        several => format!("{} paths are", several.len()),
    };
    let details = obstacles.iter().map(|Obstacle { path, why, .. }| format!("{path}: {why}"));
    let help = if obstacles.iter().all(|obstacle| obstacle.yields) {
        "write into another directory with `-o`, or overwrite with `--force`"
    } else if obstacles.iter().any(|obstacle| obstacle.yields) {
        "write into another directory with `-o`; `--force` overwrites only files that frank did not generate"
    } else {
        "write into another directory with `-o`, or move away what is there"
    };
    Err(Failure::new(format!("nothing was written: {count} in the way")).details(details).help(help))
}

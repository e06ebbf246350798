//! What is asked: made from the fleets of `cluster_model::fleet`, so that the same size gives the same questions.

pub(crate) mod charts;
pub(crate) mod objects;
pub(crate) mod omni;
pub(crate) mod talos;

use std::fs;
use std::io::{BufWriter, Write};
use std::path::Path;

use cluster_model::{Artifact, fleet::fleet};

use crate::Result;
use crate::contest::Contest;
use crate::side;

/// Every so many inputs there is one with a mistake, so that a side that says yes to everything is noticed.
const MISTAKE_EVERY: u32 = 8;

/// Writes the questions of a contest for so many machines to a directory.
pub(crate) fn write(contest: &Contest, machines: u32, directory: &Path) -> Result<()> {
    let mut file = BufWriter::new(fs::File::create(side::questions(directory))?);
    for question in (contest.questions)(machines, directory)? {
        serde_json::to_writer(&mut file, &question)?;
        file.write_all(b"\n")?;
    }
    Ok(file.flush()?)
}

/// The text of one artifact of a fleet.
fn artifact(machines: u32, seed: u64, path: &str) -> Result<String> {
    let artifacts = fleet(machines, seed).map_err(|invalid| invalid.to_string())?.artifacts()?;
    let found = artifacts.into_iter().find(|artifact: &Artifact| artifact.path == path);
    Ok(found.ok_or_else(|| format!("a fleet has no `{path}`"))?.text)
}

/// Whether the input with this number has a mistake.
fn is_mistaken(number: u32) -> bool {
    number % MISTAKE_EVERY == MISTAKE_EVERY / 2
}

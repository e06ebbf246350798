//! The options of `live`.

use std::error::Error;
use std::time::{SystemTime, UNIX_EPOCH};

use conformance::{SUBJECTS, Subject, tally};

/// How the program is used.
pub(crate) const USAGE: &str =
    "usage: live [--seconds N] [--cases N] [--seed N] [--mutated] [--keep] [--tally] [SUBJECT...] | live --list
  --seconds N  stop asking about a subject after so long, and shrinking what differs after as long again (20)
  --cases N    stop asking about a subject after so many cases (100000)
  --seed N     the cases to make (by the clock)
  --mutated    ask about texts of the recorded corpus with something changed, not about generated ones
  --keep       add the shrunk cases to the regressions; otherwise they are written below target/live
  --tally      write the counts to tally.tsv
  --settled    the subjects of which tally.tsv says that nothing differs
  --open       the other subjects
  --list       the names of the subjects that can be asked about";

/// What is asked.
pub(crate) struct Options {
    pub(crate) seconds: u64,
    pub(crate) cases: u64,
    pub(crate) seed: u64,
    pub(crate) mutated: bool,
    pub(crate) keep: bool,
    pub(crate) tally: bool,
    pub(crate) subjects: Vec<&'static Subject>,
}

/// Reads the options; without names every subject is asked about.
pub(crate) fn read(mut arguments: impl Iterator<Item = String>) -> Result<Options, Box<dyn Error>> {
    let mut options = Options {
        seconds: 20,
        cases: 100_000,
        seed: SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs(),
        mutated: false,
        keep: false,
        tally: false,
        subjects: Vec::new(),
    };
    let mut is_chosen = false;
    while let Some(argument) = arguments.next() {
        let mut number = || arguments.next().and_then(|text| text.parse().ok()).ok_or(USAGE);
        match argument.as_str() {
            "--seconds" => options.seconds = number()?,
            "--cases" => options.cases = number()?,
            "--seed" => options.seed = number()?,
            "--mutated" => options.mutated = true,
            "--keep" => options.keep = true,
            "--tally" => options.tally = true,
            "--settled" | "--open" => {
                let (counts, settled) = (tally::read()?, argument == "--settled");
                let of_kind = |subject: &&Subject| tally::is_settled(&counts, subject) == settled;
                options.subjects.extend(SUBJECTS.iter().filter(of_kind));
                is_chosen = true;
            }
            name => {
                let subject = SUBJECTS.iter().find(|subject| subject.name == name).ok_or(USAGE)?;
                options.subjects.push(subject);
                is_chosen = true;
            }
        }
    }
    if !is_chosen {
        options.subjects.extend(SUBJECTS);
    }
    Ok(options)
}

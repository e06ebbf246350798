//! The options of a race.

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Duration;

use crate::Result;
use crate::contest::{CONTESTS, Contest};

/// What is raced, and how long.
pub(crate) struct Options {
    pub(crate) contests: Vec<&'static Contest>,
    /// Numbers of machines, in the order in which they are run.
    pub(crate) sizes: Vec<u32>,
    /// How often each thing is measured, at most.
    pub(crate) rounds: usize,
    /// How much CPU time one side may take for all rounds of one way of measuring; one round is always finished. CPU
    /// time, so that a machine with other work measures as much as one without.
    pub(crate) limit: Duration,
    /// Where the report goes.
    pub(crate) out: PathBuf,
}

const USAGE: &str = "usage: race [--sizes N,N] [--rounds N] [--seconds N] [--out DIRECTORY] [CONTEST...]
  --sizes N,N      numbers of machines (7,100,1000,10000)
  --rounds N       how often each thing is measured, at most (7)
  --seconds N      CPU time that one side may take for all rounds of a size and a way of measuring (10); a size that
                   would take more for a single round is skipped, and the table says so
  --out DIRECTORY  where the report goes (target/race)

The contests:";

/// Reads the options; none when they ask for help.
pub(crate) fn read(words: &[&str]) -> Result<Option<Options>> {
    let mut options = Options {
        contests: Vec::new(),
        sizes: vec![7, 100, 1_000, 10_000],
        rounds: 7,
        limit: Duration::from_secs(10),
        out: "target/race".into(),
    };
    let mut words = words.iter().copied();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("`{word}` needs a value"));
        match word {
            "--help" | "-h" => return Ok(None),
            "--sizes" => {
                options.sizes = value()?.split(',').map(str::parse).collect::<std::result::Result<_, _>>()?;
            }
            "--rounds" => options.rounds = value()?.parse::<usize>()?.max(1),
            "--seconds" => options.limit = Duration::from_secs(value()?.parse()?),
            "--out" => options.out = value()?.into(),
            name => options.contests.push(Contest::named(name)?),
        }
    }
    if options.contests.is_empty() {
        options.contests = CONTESTS.iter().collect();
    }
    Ok(Some(options))
}

/// Says how the program is used.
pub(crate) fn print_usage(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{USAGE}")?;
    for contest in CONTESTS {
        writeln!(out, "  {:<16} {}", contest.name, contest.title)?;
    }
    Ok(())
}

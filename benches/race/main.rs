//! The race: our code and upstream's on the same inputs, in one run.
//!
//! `cargo run --release -p benches --bin race` makes fleets of 7 to 10,000 machines, asks both sides the same questions,
//! fails if the answers do not mean the same, and writes what it took to `target/race`: a table (`report.md`), a chart
//! (`chart.svg`) and the single measurements (`samples.json`). Upstream's side are the programs of `conformance/oracle`,
//! so it needs Go.
//!
//! Every measurement is a process of its own. The program starts itself for that: `make` writes the questions, `work` is
//! our side, `judge` compares answers, `measure` starts a process and says what it took.

#![cfg_attr(
    test,
    allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that cannot go on has failed")
)]

mod arguments;
mod chart;
mod contest;
mod inputs;
mod judge;
mod machine;
mod measure;
mod race;
mod report;
mod side;
mod statistics;
mod work;

use std::error::Error;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use contest::Contest;

/// Anything that ends the race.
type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where even that fails there is nobody to tell.
            drop(writeln!(io::stderr(), "race: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<()> {
    match words {
        ["make", contest, machines, directory] => {
            inputs::write(Contest::named(contest)?, machines.parse()?, Path::new(directory))
        }
        ["work", contest, rounds, questions, answers] => {
            work::work(Contest::named(contest)?, rounds.parse()?, Path::new(questions), Path::new(answers))
        }
        ["judge", contest, questions, theirs, ours] => {
            judge::judge(Contest::named(contest)?, Path::new(questions), Path::new(theirs), Path::new(ours))
        }
        ["measure", program, arguments @ ..] => measure::child(program, arguments),
        options => match arguments::read(options)? {
            Some(options) => race::race(&options, &mut io::stdout().lock()),
            None => Ok(arguments::print_usage(&mut io::stdout().lock())?),
        },
    }
}

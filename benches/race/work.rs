//! Our side: answers a file of questions several times over, as the oracle programs do when they get arguments
//! (`conformance/oracle/protocol/rounds.go`).

use std::fs;
use std::path::Path;
use std::time::Instant;

use conformance::Question;
use serde::{Deserialize, Serialize};

use crate::Result;
use crate::contest::Contest;
use crate::measure::{nanoseconds, worked_so_far};

/// What one round over all questions took within the process, in nanoseconds.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Round {
    pub(crate) wall: u64,
    pub(crate) cpu: u64,
}

/// Answers the questions, prints what each round took, and writes the answers of the last round. What is timed goes from
/// the text of a question to the text of its answer, without files.
#[expect(clippy::print_stdout, reason = "the parent reads it")]
pub(crate) fn work(contest: &Contest, rounds: usize, questions: &Path, answers: &Path) -> Result<()> {
    let text = fs::read_to_string(questions)?;
    let ours = contest.ours()?;
    let mut written = Vec::new();
    for _ in 0..rounds {
        written.clear();
        let (start, before) = (Instant::now(), worked_so_far()?);
        for line in text.lines() {
            let question: Question = serde_json::from_str(line)?;
            serde_json::to_writer(&mut written, &ours(&question))?;
            written.push(b'\n');
        }
        let round = Round { wall: nanoseconds(start.elapsed()), cpu: worked_so_far()? - before };
        println!("{}", serde_json::to_string(&round)?);
    }
    fs::write(answers, written)?;
    Ok(())
}

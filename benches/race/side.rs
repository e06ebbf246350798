//! The two sides of a race, and how each is started.

use std::env;
use std::path::{Path, PathBuf};

use conformance::{Answer, Oracle, Question};
use serde::{Deserialize, Serialize};

use crate::Result;
use crate::contest::Contest;
use crate::measure::{Taken, measured};
use crate::work::Round;

/// Who works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Side {
    Upstream,
    Ours,
}

impl Side {
    pub(crate) const BOTH: [Self; 2] = [Self::Upstream, Self::Ours];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Upstream => "upstream",
            Self::Ours => "ours",
        }
    }
}

/// How to start each side of one contest.
pub(crate) struct Sides {
    contest: &'static Contest,
    upstream: PathBuf,
    /// Upstream's module and its version, as the program itself says.
    pub(crate) version: String,
}

impl Sides {
    /// Builds upstream's program and asks which version it is.
    pub(crate) fn of(contest: &'static Contest) -> Result<Self> {
        let program = contest.program()?;
        let hello = Oracle::start(program)?.ask(&Question::new("hello"))?;
        let Answer::Ok(modules) = &hello else { return Err(format!("no greeting but {hello:?}").into()) };
        let version = modules.get(contest.peer).and_then(|version| version.as_str());
        let version = version.ok_or_else(|| format!("{} is not in {}", contest.peer, program.name()))?;
        Ok(Self {
            contest,
            upstream: program.build()?.canonicalize()?,
            version: format!("{} {version}", contest.peer),
        })
    }

    /// A process of one side that answers the questions so many times: what the whole process took, and each round.
    pub(crate) fn run(&self, side: Side, rounds: usize, directory: &Path) -> Result<(Taken, Vec<Round>)> {
        let mut command = match side {
            Side::Upstream => vec![self.upstream.display().to_string()],
            Side::Ours => {
                vec![
                    env::current_exe()?.display().to_string(),
                    "work".to_owned(),
                    self.contest.name.to_owned(),
                ]
            }
        };
        command.push(rounds.to_string());
        command.push(questions(directory).display().to_string());
        command.push(answers(directory, side).display().to_string());
        let taken = measured(&command)?;
        let rounds = taken.said.lines().map(serde_json::from_str).collect::<std::result::Result<_, _>>()?;
        Ok((taken, rounds))
    }
}

/// The file of the questions.
pub(crate) fn questions(directory: &Path) -> PathBuf {
    directory.join("questions.jsonl")
}

/// The file of a side's answers.
pub(crate) fn answers(directory: &Path, side: Side) -> PathBuf {
    directory.join(format!("{}.jsonl", side.name()))
}

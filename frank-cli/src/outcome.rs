//! How a command ended that could do its work.

use std::process::ExitCode;

/// What the exit code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing to complain about: 0.
    Clean,
    /// Something was found, or something would change: 1.
    Findings,
}

impl Outcome {
    /// [`Outcome::Findings`] if there are some.
    pub(crate) fn found(some: bool) -> Self {
        if some { Self::Findings } else { Self::Clean }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Clean => Self::SUCCESS,
            Outcome::Findings => Self::from(1),
        }
    }
}

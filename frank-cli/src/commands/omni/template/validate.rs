//! `frank omni template validate`.

use clap::Args;
use manifest::report::Report;

use super::load::Input;
use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::terminal::{self, Stream};

/// Say everything that is wrong with a template
///
/// Finds what `omnictl cluster template validate` refuses, and what it would only find when it renders. What the
/// server alone knows (which versions and extensions there are) is not looked at.
#[derive(Args)]
pub(super) struct Validate {
    #[command(flatten)]
    input: Input,
}

impl Validate {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let report = self.input.load()?.err().unwrap_or_else(|| Report::new([], []));
        terminal::print(&self.input.format().render(&report, Stream::Output))?;
        Ok(Outcome::found(!report.findings().is_empty()))
    }
}

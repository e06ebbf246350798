//! `frank check`.

use std::path::PathBuf;

use clap::Args;
use manifest::report::Report;

use crate::failure::Failure;
use crate::file::{self, SPEC};
use crate::format::Format;
use crate::outcome::Outcome;
use crate::terminal::{self, Stream};

/// Say everything that is wrong with a cluster spec
///
/// The findings go to standard output. The exit code is 1 if there is any, whatever its severity.
#[derive(Args)]
pub(crate) struct Check {
    /// The cluster spec; `-` for standard input
    #[arg(value_name = "PATH", default_value = SPEC)]
    path: PathBuf,

    /// How to write the findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Check {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let source = file::source(&self.path)?;
        let checked = cluster_model::check(&source);
        let report = Report::new(checked.findings, [source]);
        terminal::print(&self.format.render(&report, Stream::Output))?;
        Ok(Outcome::found(!report.findings().is_empty()))
    }
}

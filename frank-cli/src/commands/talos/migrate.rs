//! `frank talos migrate`.

use std::path::PathBuf;

use clap::Args;
use manifest::Severity;
use manifest::report::Report;
use talos_config::{Minor, migrate};

use crate::failure::Failure;
use crate::file;
use crate::format::Format;
use crate::outcome::Outcome;
use crate::terminal::{self, Stream};

/// Say a machine configuration or a patch with what another version of Talos knows
///
/// Settings of the v1alpha1 document become documents of their own, as far as that version has them; documents that it
/// does not know go back. A text with `machine.type` is a whole configuration, anything else a patch. The result goes
/// to standard output, what is to be known about it to standard error. Comments are not kept.
///
/// The exit code is 1 if something stays as it is or is lost. With something lost nothing is printed, unless `--lossy`
/// says so.
#[derive(Args)]
pub(crate) struct Migrate {
    /// The configuration or patch; `-` for standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// The version of Talos that is to read the result
    #[arg(long, value_name = "VERSION")]
    to: Minor,

    /// The version of Talos that the file was written for; the newest one reads what all older ones do
    #[arg(long, value_name = "VERSION", default_value = "1.14")]
    from: Minor,

    /// Print the result even if something is lost
    #[arg(long)]
    lossy: bool,

    /// How to write the findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Migrate {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let source = file::other(&self.file)?;
        let read = migrate::read(&source, self.from, self.to);
        let worst = read.findings.iter().map(|finding| finding.severity).max();
        let report = Report::new(read.findings, [source]);
        if worst.is_some() {
            terminal::tell(&self.format.render(&report, Stream::Error));
        }
        let wanted = worst < Some(Severity::Error) || self.lossy;
        if let Some(migrated) = read.value.filter(|_| wanted) {
            let text = migrated
                .to_yaml()
                .map_err(|error| Failure::new(format!("cannot write the result: {error}")))?;
            terminal::print(&text)?;
        }
        Ok(Outcome::found(worst >= Some(Severity::Warning)))
    }
}

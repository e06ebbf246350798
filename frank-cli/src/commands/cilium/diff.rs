//! `frank cilium diff`.

use std::path::PathBuf;

use cilium_values::CiliumVersion;
use cilium_values::chart::upgrade;
use clap::Args;
use manifest::report::Report;

use crate::failure::Failure;
use crate::format::Format;
use crate::outcome::Outcome;
use crate::terminal::{self, Stream};

/// Say what another version of Cilium's chart makes of a values file
///
/// Which of its keys were renamed or removed, which begin to count, and which of the chart's own values, on which the
/// file relies, become others. The exit code is 1 if anything changes. A way back works as well.
#[derive(Args)]
pub(crate) struct Diff {
    /// The version that is installed
    #[arg(long, value_name = "VERSION", value_parser = super::version)]
    from: CiliumVersion,

    /// The version that is to be installed
    #[arg(long, value_name = "VERSION", value_parser = super::version)]
    to: CiliumVersion,

    /// The values file; `-` for standard input
    #[arg(value_name = "VALUES")]
    values: PathBuf,

    /// How to write the changes
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Diff {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let (source, read) = super::values(&self.values)?;
        let mut findings = read.findings;
        if let Some(values) = &read.values {
            let changes = upgrade(values, &self.from, &self.to);
            findings.extend(changes.iter().map(|change| change.finding(read.document.as_ref())));
        }
        let report = Report::new(findings, [source]);
        terminal::print(&self.format.render(&report, Stream::Output))?;
        Ok(Outcome::found(!report.findings().is_empty()))
    }
}

//! `frank cilium check`.

use std::path::{Path, PathBuf};

use cilium_values::CiliumVersion;
use cilium_values::check::{Target, check};
use cilium_values::objects::Objects;
use cilium_values::talos::TalosMinor;
use clap::Args;
use manifest::report::Report;

use super::Manifests;
use crate::failure::Failure;
use crate::file::STANDARD;
use crate::format::Format;
use crate::outcome::Outcome;
use crate::terminal::{self, Stream};

/// Say everything that is wrong with the values of Cilium's chart, and with the manifests beside them
///
/// What the chart refuses, what the agents refuse when they start, what goes wrong without a word. The findings go to
/// standard output. The exit code is 1 if there is any, whatever its severity.
#[derive(Args)]
pub(crate) struct Check {
    /// The values file; `-` for standard input
    #[arg(value_name = "VALUES")]
    values: PathBuf,

    /// The version of Cilium and of its chart
    #[arg(long, value_name = "VERSION", value_parser = super::version)]
    version: CiliumVersion,

    /// The version of Talos that it runs on; without one nothing is said about Talos
    #[arg(long, value_name = "VERSION")]
    talos: Option<TalosMinor>,

    /// Manifests that are applied besides: a directory with all that is below it, or a file; `-` for standard input
    #[arg(long, value_name = "DIR")]
    manifests: Option<PathBuf>,

    /// How to write the findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Check {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let standard = Path::new(STANDARD);
        if self.values == standard && self.manifests.as_deref() == Some(standard) {
            return Err(Failure::new("standard input cannot be the values and the manifests at once")
                .help("name a file for one of the two"));
        }
        let (source, read) = super::values(&self.values)?;
        let manifests = self.manifests.as_deref().map(Manifests::read).transpose()?.unwrap_or_default();
        let mut findings = read.findings;
        let target = Target { talos: self.talos, ..Target::new(self.version.clone()) };
        if let Some(values) = &read.values {
            findings.extend(check(values, &target).into_iter().map(|finding| match &read.document {
                Some(document) => finding.locate(document),
                None => finding,
            }));
        }
        findings.extend(manifests.findings);
        let values = read.values.unwrap_or_default();
        findings.extend(Objects::read(&manifests.documents).check(&values, &self.version));
        let report = Report::new(findings, manifests.sources.into_iter().chain([source]));
        terminal::print(&self.format.render(&report, Stream::Output))?;
        Ok(Outcome::found(!report.findings().is_empty()))
    }
}

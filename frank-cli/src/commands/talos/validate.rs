//! `frank talos validate`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use manifest::Severity;
use manifest::report::Report;
use talos_config::Minor;
use talos_config::validate::{self, is_fatal};

use crate::failure::Failure;
use crate::file;
use crate::format::Format;
use crate::outcome::Outcome;
use crate::terminal::{self, Stream};

/// Say what Talos refuses in a machine configuration, or warns of
///
/// Finds what `talosctl validate` finds, in CEL expressions, too, all at once and with places. The exit code is 1 if Talos
/// would not take the configuration; warnings alone do not count.
#[derive(Args)]
pub(crate) struct Validate {
    /// The configuration; `-` for standard input
    #[arg(value_name = "CONFIG", required_unless_present = "config")]
    file: Option<PathBuf>,

    /// The same, as talosctl wants it
    #[arg(short, long, value_name = "FILE", conflicts_with = "file")]
    config: Option<PathBuf>,

    /// What the machine runs on
    #[arg(short, long, value_enum)]
    mode: Mode,

    /// Take warnings about the v1alpha1 document for errors
    #[arg(long)]
    strict: bool,

    /// The version of Talos that is to take it
    #[arg(long, value_name = "VERSION", default_value_t)]
    talos: Minor,

    /// How to write the findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// What a machine runs on.
#[derive(Clone, Copy, ValueEnum)]
enum Mode {
    /// Hardware, or a virtual machine that is installed to disk
    Metal,
    /// An image of a cloud: nothing is installed
    Cloud,
    /// A container
    Container,
    /// Hardware before it is installed: asks for as much as a cloud
    MetalAgent,
}

impl From<Mode> for validate::Mode {
    fn from(mode: Mode) -> Self {
        match mode {
            Mode::Metal => Self::Metal,
            Mode::Cloud | Mode::MetalAgent => Self::Cloud,
            Mode::Container => Self::Container,
        }
    }
}

impl Validate {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let path = self.file.as_ref().or(self.config.as_ref());
        let source = file::other(path.ok_or_else(|| Failure::new("no configuration is named"))?)?;
        let mut findings = validate::validate_source(&source, self.talos, self.mode.into());
        for finding in findings.iter_mut().filter(|finding| is_fatal(finding, self.strict)) {
            finding.severity = Severity::Error;
        }
        let fatal = findings.iter().any(|finding| finding.severity == Severity::Error);
        let report = Report::new(findings, [source]);
        terminal::print(&self.format.render(&report, Stream::Output))?;
        Ok(Outcome::found(fatal))
    }
}

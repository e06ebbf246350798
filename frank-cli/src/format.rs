//! How findings are written.

use clap::ValueEnum;
use manifest::report::{self, Report};

use crate::terminal::Stream;

/// The form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people: the line, a mark below what is wrong, what to do
    #[default]
    Human,
    /// One JSON object, for programs
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations in a GitHub workflow
    Github,
}

impl Format {
    /// A report as it belongs on a stream.
    pub(crate) fn render(self, findings: &Report, stream: Stream) -> String {
        match self {
            Self::Human => report::human(findings, &stream.human()),
            Self::Json => report::json(findings),
            Self::Sarif => report::sarif(findings),
            Self::Github => report::github(findings),
        }
    }
}

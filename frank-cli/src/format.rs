//! How findings are written.

use clap::ValueEnum;
use manifest::report::{self, Report};
use serde::Serialize;

use crate::failure::Failure;
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

/// The form of a result that is not a list of findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum DataFormat {
    /// For people
    #[default]
    Human,
    /// One JSON object, for programs
    Json,
}

impl DataFormat {
    /// A value as JSON, as it belongs on a stream.
    pub(crate) fn json(value: &impl Serialize) -> Result<String, Failure> {
        let json = serde_json::to_string_pretty(value)
            .map_err(|error| Failure::new(format!("cannot write the result as JSON: {error}")))?;
        Ok(json + "\n")
    }
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

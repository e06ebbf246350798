//! Findings made into text: for people, for programs, for code scanning, for GitHub's log.
//!
//! A renderer is a function from a [`Report`] to a text. It knows no terminal and no file: whether there are
//! colours and how wide the text may be is an argument. What is known to hold a secret (the values of keys such
//! as `token`, `secret` or `key`, private keys, passwords in addresses) never gets into any of the texts.
//!
//! ```
//! use manifest::report::{Human, Report, human};
//! use manifest::{Source, yaml};
//!
//! let source = Source::new("a.yaml", "token: [\n");
//! let finding = yaml::parse(&source).unwrap_err();
//! let report = Report::new([*finding], [source]);
//! let text = human(&report, &Human::default());
//! assert!(text.starts_with("error[YML0001 yaml-syntax]: not valid YAML: "));
//! assert!(text.ends_with("\n1 error\n"));
//! ```

mod excerpt;
mod github;
mod human;
mod json;
mod sarif;
mod secrets;
mod shown;

use std::collections::BTreeMap;

use crate::finding::{Finding, Place};
use crate::rule::Severity;
use crate::secret::MASK;
use crate::source::{Position, Source};

pub use github::github;
pub use human::{Human, human};
pub use json::json;
pub use sarif::sarif;

/// A text with everything masked that an excerpt would not show, for other outputs that show texts, such as a diff.
///
/// ```
/// use manifest::report::masked;
///
/// assert_eq!(masked("name: frank\ntoken: abc.def\n"), "name: frank\ntoken: ******\n");
/// ```
#[must_use]
pub fn masked(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut end = 0;
    for secret in secrets::find(text) {
        shown.push_str(text.get(end..secret.start).unwrap_or_default());
        shown.push_str(MASK);
        end = secret.end;
    }
    shown.push_str(text.get(end..).unwrap_or_default());
    shown
}

/// Findings in the order in which they are told, with the texts they speak of.
#[derive(Clone, Debug, Default)]
pub struct Report {
    findings: Vec<Finding>,
    sources: BTreeMap<String, Source>,
}

impl Report {
    /// Sorts findings by source, line, column and code; those of models built in code come first. Of several
    /// sources with one name the last counts; a finding whose source is not among them is told without excerpt.
    pub fn new(
        findings: impl IntoIterator<Item = Finding>,
        sources: impl IntoIterator<Item = Source>,
    ) -> Self {
        let sources = sources.into_iter().map(|source| (source.name().to_owned(), source)).collect();
        let mut report = Self { findings: Vec::new(), sources };
        let mut findings: Vec<Finding> = findings.into_iter().collect();
        findings.sort_by_cached_key(|finding| {
            let place = &finding.place;
            let start = report.start(place);
            (place.source.clone(), start, finding.rule.code, place.path.clone(), finding.message.clone())
        });
        report.findings = findings;
        report
    }

    /// The findings in order.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How many findings have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    fn start(&self, place: &Place) -> Option<Position> {
        Some(self.source(place)?.position(place.span?.start))
    }

    fn source(&self, place: &Place) -> Option<&Source> {
        self.sources.get(place.source.as_deref()?)
    }
}

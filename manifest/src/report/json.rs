//! Findings for programs.

use serde::Serialize;

use super::Report;
use super::shown::Shown;
use crate::finding::{Finding, Place};
use crate::rule::Severity;
use crate::source::Position;

/// Writes a report as one JSON object: `version` (1), `findings`, and `summary` with the number of findings by
/// severity.
///
/// Lines and columns start at 1, columns count characters, an `end` is the first character that is not meant any
/// more. Keys without a value are left out. A fix that would show a secret is left out, too.
#[must_use]
pub fn json(report: &Report) -> String {
    let shown = Shown::new(report);
    let document = Document {
        version: 1,
        findings: shown.findings().iter().map(|finding| entry(&shown, finding)).collect(),
        summary: Summary {
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            notes: report.count(Severity::Note),
        },
    };
    // Texts and numbers under fixed keys: nothing that JSON could not say.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct Document {
    version: u8,
    findings: Vec<Entry>,
    summary: Summary,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    notes: usize,
}

#[derive(Serialize)]
struct Entry {
    code: &'static str,
    name: &'static str,
    severity: String,
    message: String,
    place: At,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related>,
    #[serde(skip_serializing_if = "Option::is_none")]
    upstream: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Fix>,
}

#[derive(Serialize)]
struct At {
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    path: String,
    pointer: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<Point>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<Point>,
}

#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Related {
    message: String,
    place: At,
}

#[derive(Serialize)]
struct Fix {
    title: String,
    start: Point,
    end: Point,
    replacement: String,
}

fn entry(shown: &Shown<'_>, finding: &Finding) -> Entry {
    let words = |text: &String| shown.words(finding, text);
    Entry {
        code: finding.rule.code,
        name: finding.rule.name,
        severity: finding.severity.to_string(),
        message: words(&finding.message),
        place: at(shown, &finding.place),
        label: finding.label.as_ref().map(words),
        related: finding
            .related
            .iter()
            .map(|related| Related { message: words(&related.message), place: at(shown, &related.place) })
            .collect(),
        upstream: finding.upstream.as_ref().map(words),
        help: finding.help.as_ref().map(words),
        fix: shown.fix(finding).map(|(fix, located)| Fix {
            title: words(&fix.title),
            start: located.start.into(),
            end: located.end.into(),
            replacement: fix.replacement.clone(),
        }),
    }
}

fn at(shown: &Shown<'_>, place: &Place) -> At {
    let located = shown.locate(place);
    At {
        source: place.source.clone(),
        path: place.path.to_string(),
        pointer: place.path.to_pointer(),
        start: located.as_ref().map(|located| located.start.into()),
        end: located.map(|located| located.end.into()),
    }
}

impl From<Position> for Point {
    fn from(position: Position) -> Self {
        Self { line: position.line, column: position.column }
    }
}

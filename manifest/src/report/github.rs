//! Findings as annotations of a GitHub workflow run.

use std::fmt::Write as _;

use super::Report;
use super::shown::Shown;
use crate::finding::Finding;
use crate::rule::Severity;

/// Writes a report as workflow commands, one a line: printed by a job, they show up at the lines of a pull
/// request.
///
/// A leading `./` of a source's name is taken off. A command shows one place; what would be related places or a patch elsewhere is part of its text. GitHub
/// shows ten errors, ten warnings and ten notices of a step; the others stay in the log.
#[must_use]
pub fn github(report: &Report) -> String {
    let shown = Shown::new(report);
    shown.findings().iter().map(|finding| command(&shown, finding)).collect()
}

fn command(shown: &Shown<'_>, finding: &Finding) -> String {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = Vec::new();
    if let Some(source) = &finding.place.source {
        properties.push(format!("file={}", property(source.trim_start_matches("./"))));
    }
    if let Some(located) = shown.locate(&finding.place) {
        let (start, end) = (located.start, located.end);
        properties.push(format!("line={},endLine={}", start.line, end.line));
        // Columns are only understood within one line.
        if start.line == end.line {
            properties.push(format!("col={},endColumn={}", start.column, end.column));
        }
    }
    properties.push(format!("title={} {}", finding.rule.code, finding.rule.name));
    format!("::{level} {}::{}\n", properties.join(","), data(&text(shown, finding)))
}

fn text(shown: &Shown<'_>, finding: &Finding) -> String {
    let mut text = finding.message.clone();
    if !finding.place.path.is_root() {
        // Writing to a string cannot fail.
        let _ = write!(text, "\nat {}", finding.place.path);
    }
    for related in &finding.related {
        let place = shown.locate(&related.place).map_or_else(
            || related.place.path.to_string(),
            |located| format!("{}:{}", located.source.name(), located.start),
        );
        let _ = write!(text, "\n{place}: {}", related.message);
    }
    if let Some(upstream) = &finding.upstream {
        let _ = write!(text, "\nupstream: {upstream}");
    }
    if let Some(help) = &finding.help {
        let _ = write!(text, "\nhelp: {help}");
    }
    shown.words(finding, &text)
}

/// The text of a command: everything but ends of lines is allowed.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, which must not hold what parts properties.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

//! Findings in the Static Analysis Results Interchange Format, for code scanning.

mod format;

use std::fmt::Write as _;

use super::Report;
use super::shown::{Located, Shown};
use crate::finding::{Finding, Place};
use crate::rule::{Rule, Severity};
use format::{
    ArtifactChange, ArtifactLocation, Configuration, ContextRegion, Descriptor, Driver, Fix, Help, Location,
    Log, LogicalLocation, Outcome, Place as Physical, Region, Replacement, Run, Text, Tool,
};

/// Writes a report as SARIF 2.1.0: one run with the rules that were broken and their pages of the manual, and
/// one result a finding.
///
/// Columns count characters (`unicodeCodePoints`), regions have lines and columns and no byte offsets. Names of
/// sources become relative addresses, with a leading `./` taken off. A fix that would show a secret is left out.
#[must_use]
pub fn sarif(report: &Report) -> String {
    let shown = Shown::new(report);
    let mut rules: Vec<&'static Rule> = shown.findings().iter().map(|finding| finding.rule).collect();
    rules.sort_by_key(|rule| rule.code);
    rules.dedup();
    let results = shown.findings().iter().map(|finding| result(&shown, &rules, finding)).collect();
    let driver = Driver {
        name: "frank",
        version: env!("CARGO_PKG_VERSION"),
        rules: rules.iter().map(|rule| descriptor(rule)).collect(),
    };
    let log = Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results }],
    };
    // Texts and numbers under fixed keys: nothing that JSON could not say.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn descriptor(rule: &Rule) -> Descriptor {
    Descriptor {
        id: rule.code,
        name: rule.name,
        short_description: Text { text: rule.checks.to_owned() },
        full_description: Text { text: format!("{} {}", rule.checks, rule.why) },
        help: Help {
            text: format!(
                "{}\n\n{}\n\nExample:\n\n{}\nUse instead:\n\n{}",
                rule.checks, rule.why, rule.bad, rule.good
            ),
            markdown: format!(
                "{}\n\n{}\n\n## Example\n\n```yaml\n{}```\n\n## Use instead\n\n```yaml\n{}```\n",
                rule.checks, rule.why, rule.bad, rule.good
            ),
        },
        default_configuration: Configuration { level: level(rule.severity) },
    }
}

fn result(shown: &Shown<'_>, rules: &[&Rule], finding: &Finding) -> Outcome {
    let words = |text: &str| Text { text: shown.words(finding, text) };
    let upstream = finding.upstream.as_ref().map(|upstream| format!("upstream: {upstream}"));
    let lines = [Some(&finding.message), upstream.as_ref(), finding.help.as_ref()];
    let headline = lines.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join("\n");
    let related = finding.related.iter().enumerate().map(|(index, related)| {
        location(shown, &related.place, Some(index + 1), Some(words(&related.message)))
    });
    let fix = shown.fix(finding).map(|(fix, located)| Fix {
        description: words(&fix.title),
        artifact_changes: [ArtifactChange {
            artifact_location: ArtifactLocation { uri: uri(located.source.name()) },
            replacements: [Replacement {
                deleted_region: region(&located),
                inserted_content: Text { text: fix.replacement.clone() },
            }],
        }],
    });
    Outcome {
        rule_id: finding.rule.code,
        rule_index: rules.iter().position(|rule| *rule == finding.rule).unwrap_or_default(),
        level: level(finding.severity),
        message: words(&headline),
        locations: [location(shown, &finding.place, None, finding.label.as_deref().map(words))],
        related_locations: related.collect(),
        fixes: fix.into_iter().collect(),
    }
}

fn location(shown: &Shown<'_>, place: &Place, id: Option<usize>, message: Option<Text>) -> Location {
    let located = shown.locate(place);
    let physical = place.source.as_deref().map(|source| Physical {
        artifact_location: ArtifactLocation { uri: uri(source) },
        region: located.as_ref().map(region),
        context_region: located.filter(|located| located.head(CONTEXT) == located.span).map(|located| {
            let text = shown.excerpt(located.source, located.span, CONTEXT).text;
            ContextRegion {
                start_line: located.start.line,
                end_line: located.end.line,
                snippet: Text { text },
            }
        }),
    });
    let logical_locations = if place.path.is_root() {
        Vec::new()
    } else {
        vec![LogicalLocation { fully_qualified_name: place.path.to_string() }]
    };
    Location { id, message, place: physical, logical_locations }
}

/// How many characters of a line are kept on each side of what is meant, and how many of that.
const CONTEXT: usize = 120;

fn region(located: &Located<'_>) -> Region {
    Region {
        start_line: located.start.line,
        start_column: located.start.column,
        end_line: located.end.line,
        end_column: located.end.column,
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// The name of a source as a relative address: only what RFC 3986 reserves for other uses is escaped.
fn uri(name: &str) -> String {
    let name = name.replace('\\', "/");
    let name = name.trim_start_matches("./").trim_start_matches('/');
    name.bytes().fold(String::new(), |mut uri, byte| {
        if byte.is_ascii_alphanumeric() || b"/-._~!$&'()*+,;=@".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
        uri
    })
}

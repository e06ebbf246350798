//! Findings that somebody has decided to live with, for a reason and until a day.
//!
//! A waiver is a comment in the file of the finding, on its line or on lines of comments right above it. Inside of the
//! text of a patch (`spec.data: |`) it is a comment of the patch.
//!
//! ```yaml
//! machine:
//!   disks:
//!     # frank: allow disk-by-kernel-name until 2027-06-30: the only disk there is, soldered in
//!     - device: /dev/sda
//! ```
//!
//! The rule is named by its name or its code. A waiver without a reason or a day waives nothing and is a finding, and so
//! is one whose day is over and one that waives nothing. What day it is, is an argument: this crate knows no clock.
//!
//! ```
//! use cluster_model::{Source, check, waiver};
//!
//! let text = cluster_model::spec::STARTER.replace(
//!     "name: my-cluster",
//!     "name: my-cluster\n# frank: allow unknown-key until 2027-06-30: read by another program\nowner: me",
//! );
//! let source = Source::new("cluster.yaml", text);
//! let findings = check(&source).findings;
//! assert_eq!(findings.len(), 1);
//!
//! let told = waiver::apply(findings.clone(), [&source], "2027-06-30".parse()?);
//! assert_eq!((told.findings.len(), told.waived.len()), (0, 1));
//!
//! let told = waiver::apply(findings, [&source], "2027-07-01".parse()?);
//! assert!(told.findings.iter().any(|finding| finding.rule.name == "waiver-expired"));
//! # Ok::<(), cluster_model::waiver::NoDate>(())
//! ```

mod comment;
mod date;
pub mod rules;

use std::collections::BTreeMap;

use manifest::{Finding, Severity, Source};

use comment::{Comment, comments};
pub use date::{Date, NoDate};

/// Findings after the waivers.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use = "the findings are lost unless they are reported"]
pub struct Told {
    /// What nobody waives, and what is wrong with the waivers.
    pub findings: Vec<Finding>,
    /// What is waived, as notes whose label says until when and why.
    pub waived: Vec<Finding>,
}

/// Applies the waivers that stand in texts to findings about them, as of a day. Markdown is passed over: what it says of
/// waivers is for people.
pub fn apply<'s>(findings: Vec<Finding>, sources: impl IntoIterator<Item = &'s Source>, today: Date) -> Told {
    let mut told = Told::default();
    let mut waivers: BTreeMap<(&str, usize), Vec<(Comment<'_>, bool)>> = BTreeMap::new();
    let mut texts: BTreeMap<&str, &Source> = BTreeMap::new();
    for source in sources.into_iter().filter(|source| !is_for_people(source)) {
        texts.insert(source.name(), source);
        for comment in comments(source) {
            match rules::malformed(&comment, source, &findings) {
                Some(finding) => told.findings.push(finding),
                None => {
                    waivers.entry((source.name(), comment.target)).or_default().push((comment, false));
                }
            }
        }
    }
    if waivers.is_empty() {
        told.findings.extend(findings);
        return told;
    }
    for finding in findings {
        let line = line_of(&finding, &texts);
        let candidates = line.and_then(|line| waivers.get_mut(&line)).into_iter().flatten();
        let mut meant = candidates.filter(|(comment, _)| comment.names(finding.rule));
        let Some((comment, is_used)) = meant.next() else {
            told.findings.push(finding);
            continue;
        };
        *is_used = true;
        match comment.until {
            Some(until) if until >= today => told.waived.push(waived(finding, until, comment.reason)),
            _ => told.findings.push(finding),
        }
    }
    for ((source, _), comments) in waivers {
        let Some(source) = texts.get(source) else { continue };
        let found =
            comments.iter().filter_map(|(comment, is_used)| rules::of(comment, *is_used, source, today));
        told.findings.extend(found);
    }
    told
}

/// Whether a text is Markdown.
fn is_for_people(source: &Source) -> bool {
    source.name().rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("md"))
}

/// File and line that a finding is about.
fn line_of<'s>(finding: &Finding, texts: &BTreeMap<&'s str, &'s Source>) -> Option<(&'s str, usize)> {
    let source = texts.get(finding.place.source.as_deref()?)?;
    Some((source.name(), source.position(finding.place.span?.start).line))
}

fn waived(finding: Finding, until: Date, reason: &str) -> Finding {
    let label = match &finding.label {
        Some(label) => format!("{label}; waived until {until}: {reason}"),
        None => format!("waived until {until}: {reason}"),
    };
    Finding { severity: Severity::Note, label: Some(label), ..finding }
}

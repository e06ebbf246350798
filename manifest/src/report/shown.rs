//! What of a report may be shown: positions, and words without the secrets at the place they speak of.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Report;
use super::excerpt::Excerpt;
use super::secrets::{self, overlapping};
use crate::MASK;
use crate::finding::{Finding, Fix, Place};
use crate::source::{Position, Source, Span};

/// A report with what is known about the secrets in its sources.
pub(super) struct Shown<'r> {
    report: &'r Report,
    secrets: BTreeMap<&'r str, Vec<Range<usize>>>,
}

/// A place in a text that is there.
pub(super) struct Located<'r> {
    pub(super) source: &'r Source,
    /// Its bytes: within the text and on borders of characters.
    pub(super) span: Span,
    pub(super) start: Position,
    pub(super) end: Position,
}

impl<'r> Shown<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let places = report
            .findings
            .iter()
            .flat_map(|finding| finding.related.iter().map(|related| &related.place).chain([&finding.place]));
        let mut secrets = BTreeMap::new();
        for source in places.filter_map(|place| report.source(place)) {
            secrets.entry(source.name()).or_insert_with(|| secrets::find(source.text()));
        }
        Self { report, secrets }
    }

    pub(super) fn findings(&self) -> &'r [Finding] {
        &self.report.findings
    }

    /// The text of a place; none for places without bytes and for sources that the report does not have.
    pub(super) fn locate(&self, place: &Place) -> Option<Located<'r>> {
        self.locate_span(place, place.span?)
    }

    /// A fix with the text it is for; none if it would show a secret.
    pub(super) fn fix<'f>(&self, finding: &'f Finding) -> Option<(&'f Fix, Located<'r>)> {
        let fix = finding.fix.as_ref()?;
        let located = self.locate_span(&finding.place, fix.span)?;
        let touches =
            |range: &Range<usize>| range.start <= located.span.end && located.span.start <= range.end;
        (!self.secrets_of(located.source).iter().any(touches)).then_some((fix, located))
    }

    /// The lines around a span, with masks and cut to a width on each side.
    pub(super) fn excerpt(&self, source: &'r Source, span: Span, width: usize) -> Excerpt {
        Excerpt::new(source, span, self.secrets_of(source), width)
    }

    /// Words of a finding, without the secrets that stand on the lines of its places.
    pub(super) fn words(&self, finding: &Finding, words: &str) -> String {
        let places = finding.related.iter().map(|related| &related.place).chain([&finding.place]);
        let mut words = words.to_owned();
        for located in places.filter_map(|place| self.locate(place)) {
            let near = overlapping(self.secrets_of(located.source), located.lines());
            for secret in near.iter().filter_map(|secret| located.source.text().get(secret.clone())) {
                let secret = secret.trim();
                // A shorter one is hidden by being no more than any other word.
                if secret.chars().count() > 3 {
                    words = words.replace(secret, MASK);
                }
            }
        }
        words
    }

    fn locate_span(&self, place: &Place, span: Span) -> Option<Located<'r>> {
        let source = self.report.source(place)?;
        let start = border(source.text(), span.start);
        let end = border(source.text(), span.end).max(start);
        Some(Located {
            source,
            span: Span::new(start, end),
            start: source.position(start),
            end: source.position(end),
        })
    }

    fn secrets_of(&self, source: &Source) -> &[Range<usize>] {
        self.secrets.get(source.name()).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Located<'_> {
    /// What of the place stands on its first line, at most `width` characters of it.
    pub(super) fn head(&self, width: usize) -> Span {
        let line = self.source.slice(self.span).split(['\r', '\n']).next().unwrap_or_default();
        let length = line.char_indices().nth(width).map_or(line.len(), |(at, _)| at);
        Span::new(self.span.start, self.span.start + length)
    }

    /// The bytes of all lines that the place touches; of very long ones only what is near.
    fn lines(&self) -> Range<usize> {
        const NEAR: usize = 4096;
        let bytes = self.source.text().as_bytes();
        let before = bytes.get(self.span.start.saturating_sub(NEAR)..self.span.start).unwrap_or_default();
        let behind = bytes.get(self.span.end..).unwrap_or_default().iter().take(NEAR);
        let left = before.iter().rev().take_while(|&&byte| byte != b'\n').count();
        let right = behind.take_while(|&&byte| byte != b'\n').count();
        self.span.start - left..self.span.end + right
    }
}

/// The nearest border of a character that is not behind an offset.
fn border(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
}

//! Findings for people.

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin, Patch, Renderer, Snippet,
    normalize_untrusted_str,
};

use super::Report;
use super::shown::Shown;
use crate::finding::{Finding, Place};
use crate::rule::Severity;

/// How a report is shown to people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Human {
    /// Whether to mark words by colour, with ANSI escape codes.
    pub color: bool,
    /// Number of columns to which long lines of a source are cut; 140 if absent.
    pub width: Option<usize>,
}

/// Writes a report as a compiler does: each finding with its code, the line it is about, a mark below what is
/// wrong there, related places, what to do, and the mended lines where there is a fix. The last line counts.
///
/// Whatever a source holds, only its visible characters are written: no escape code of a file gets to a terminal.
#[must_use]
pub fn human(report: &Report, options: &Human) -> String {
    let shown = Shown::new(report);
    let renderer = if options.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(options.width.unwrap_or(140));
    let mut text = String::new();
    for finding in shown.findings() {
        text.push_str(&renderer.render(&groups(&shown, finding)));
        text.push_str("\n\n");
    }
    text + &summary(report)
}

fn groups(shown: &Shown<'_>, finding: &Finding) -> Vec<Group<'static>> {
    let words = |text: &str| normalize_untrusted_str(&shown.words(finding, text));
    let title = level(finding.severity)
        .primary_title(words(&finding.message))
        .id(format!("{} {}", finding.rule.code, finding.rule.name));
    let label = finding.label.as_deref().map(|label| one_line(&words(label)));
    let mut group =
        Group::with_title(title).elements(place(shown, &finding.place, AnnotationKind::Primary, label));
    let mut notes = Vec::new();
    for related in &finding.related {
        let message = words(&related.message);
        if shown.locate(&related.place).is_some() {
            let label = Some(one_line(&message));
            group = group.elements(place(shown, &related.place, AnnotationKind::Context, label));
        } else {
            notes.push(Level::NOTE.message(format!("{message} ({})", name(&related.place))));
        }
    }
    if finding.place.source.is_some() && !finding.place.path.is_root() {
        let path = normalize_untrusted_str(&finding.place.path.to_string());
        group = group.element(Level::NOTE.with_name("at").message(path));
    }
    group = group.elements(notes);
    if let Some(upstream) = &finding.upstream {
        group = group.element(Level::NOTE.with_name("upstream").message(words(upstream)));
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(words(help)));
    }
    let fix = fix(shown, finding);
    if let (Some(hidden), None) = (&finding.fix, &fix) {
        group = group.element(Level::HELP.message(words(&hidden.title)));
    }
    [group].into_iter().chain(fix).collect()
}

/// The line of a place with a mark, or, without lines, the name of it. A mark over several lines would say less
/// than one on the first of them.
fn place(
    shown: &Shown<'_>,
    place: &Place,
    kind: AnnotationKind,
    label: Option<String>,
) -> Vec<Element<'static>> {
    let Some(located) = shown.locate(place) else {
        let label = label.map(|label| Level::NOTE.message(label).into());
        return [Origin::path(name(place)).into()].into_iter().chain(label).collect();
    };
    let span = located.head(FAR);
    let excerpt = shown.excerpt(located.source, span, FAR);
    let annotation: Annotation<'static> = kind.span(excerpt.range(span)).label(label);
    let snippet = Snippet::source(excerpt.text).line_start(excerpt.first_line).annotation(annotation);
    let path = normalize_untrusted_str(located.source.name());
    if located.start.column <= FAR {
        // The column is counted in the excerpt.
        return vec![snippet.path(path).into()];
    }
    vec![Origin::path(path).line(located.start.line).char_column(located.start.column).into(), snippet.into()]
}

/// From this column on a mark is too far out to show the start of its line.
const FAR: usize = 1000;

/// What a fix makes of its lines; none if it cannot be shown, or is too long to be of use to a reader.
fn fix(shown: &Shown<'_>, finding: &Finding) -> Option<Group<'static>> {
    let (fix, located) = shown.fix(finding)?;
    if fix.replacement.len().max(located.span.range().len()) > LONGEST_FIX {
        return None;
    }
    let excerpt = shown.excerpt(located.source, located.span, CONTEXT);
    let range = excerpt.range(located.span);
    // A line more, so that a line can be added behind the last one.
    let snippet = Snippet::source(excerpt.text + "\n\n")
        .line_start(excerpt.first_line)
        .patch(Patch::new(range, fix.replacement.clone()));
    let title = normalize_untrusted_str(&shown.words(finding, &fix.title));
    Some(Level::HELP.secondary_title(title).element(snippet))
}

/// Most bytes that a fix may take out or put in to be shown.
const LONGEST_FIX: usize = 400;

/// How many characters of a line are kept on each side of a fix.
const CONTEXT: usize = 60;

/// Where something is that has no lines to show.
fn name(place: &Place) -> String {
    let name = match &place.source {
        Some(source) => source.clone(),
        None if place.path.is_root() => "the model".to_owned(),
        None => place.path.to_string(),
    };
    normalize_untrusted_str(&name)
}

fn one_line(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join(" ")
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

fn summary(report: &Report) -> String {
    let counts = [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| (report.count(severity), severity));
    let parts: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, severity)| format!("{count} {severity}{}", if *count == 1 { "" } else { "s" }))
        .collect();
    match parts.as_slice() {
        [] => "no findings\n".to_owned(),
        parts => format!("{}\n", parts.join(", ")),
    }
}

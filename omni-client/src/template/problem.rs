//! What is wrong with a template: for people with a place, and as omnictl would print it.

use std::fmt;

use manifest::yaml;
use manifest::{FieldPath, Finding, Part, Place, Rule, Span};

/// Everything that omnictl refuses in a template, in its order.
///
/// `Display` is what omnictl prints; [`Refusal::findings`] are the same things with a place each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Refusal {
    pub(super) problems: Vec<Problem>,
}

/// A problem, or several under one heading.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Problem {
    /// One thing that is wrong.
    One { rule: &'static Rule, text: String, at: Box<At>, help: Option<String> },
    /// A heading with a counted list below it.
    Under { heading: String, problems: Vec<Problem> },
    /// A counted list without a heading.
    Counted(Vec<Problem>),
    /// Lines, one after the other, that count as one item of a list.
    Lines(Vec<Problem>),
}

/// A place in a template.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct At {
    /// Which document; none for the template as a whole.
    pub(super) document: Option<usize>,
    pub(super) path: FieldPath,
    pub(super) part: Part,
    /// Bytes of the text that stands at `path`, if only those are meant.
    pub(super) inner: Option<Span>,
}

impl Refusal {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// Each thing that is wrong, with its place in the documents that the template was loaded from.
    #[must_use]
    pub fn findings(&self, documents: &[yaml::Document]) -> Vec<Finding> {
        let mut findings = Vec::new();
        for problem in &self.problems {
            problem.collect(documents, &mut findings);
        }
        findings
    }
}

impl Problem {
    pub(super) fn new(rule: &'static Rule, at: At, text: impl Into<String>) -> Self {
        Self::One { rule, text: text.into(), at: Box::new(at), help: None }
    }

    pub(super) fn help(mut self, words: impl Into<String>) -> Self {
        if let Self::One { help, .. } = &mut self {
            *help = Some(words.into());
        }
        self
    }

    fn collect(&self, documents: &[yaml::Document], findings: &mut Vec<Finding>) {
        match self {
            Self::Under { problems, .. } | Self::Counted(problems) | Self::Lines(problems) => {
                for problem in problems {
                    problem.collect(documents, findings);
                }
            }
            Self::One { rule, text, at, help } => {
                let place = Place { path: at.path.clone(), part: at.part, ..Place::default() };
                let mut finding = Finding::new(rule, place, text.clone());
                finding.help.clone_from(help);
                let document = documents.get(at.document.unwrap_or_default());
                if let Some(document) = document {
                    finding.place.span = at.inner_span(document);
                    finding.place.source = finding.place.span.map(|_| document.source().name().to_owned());
                    finding = finding.locate(document);
                }
                findings.push(finding);
            }
        }
    }
}

impl At {
    /// The template as a whole.
    pub(super) fn template() -> Self {
        Self { document: None, path: FieldPath::root(), part: Part::Value, inner: None }
    }

    /// A document as a whole.
    pub(super) fn document(index: usize) -> Self {
        Self { document: Some(index), ..Self::template() }
    }

    pub(super) fn key(&self, key: &str) -> Self {
        Self { path: self.path.clone().key(key), ..self.clone() }
    }

    pub(super) fn keys(&self, keys: &str) -> Self {
        Self { path: self.path.clone().keys(keys), ..self.clone() }
    }

    pub(super) fn index(&self, index: usize) -> Self {
        Self { path: self.path.clone().index(index), ..self.clone() }
    }

    /// A value or key below this one.
    pub(super) fn within(&self, place: &Place) -> Self {
        Self { path: self.path.clone().join(&place.path), part: place.part, ..self.clone() }
    }

    /// Some bytes of the text that stands here.
    pub(super) fn inner(&self, span: Option<Span>) -> Self {
        Self { inner: span, ..self.clone() }
    }

    fn inner_span(&self, document: &yaml::Document) -> Option<Span> {
        document.span_inside(document.get(&self.path)?, self.inner?)
    }

    /// The key itself, not what stands behind it.
    pub(super) fn its_key(self) -> Self {
        Self { part: Part::Key, ..self }
    }
}

impl fmt::Display for Refusal {
    /// As `hashicorp/go-multierror` lays it out; the text ends with an empty line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        counted(&self.problems, f)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One { text, .. } => f.write_str(text),
            Self::Under { heading, problems } => {
                write!(f, "{heading}: ")?;
                counted(problems, f)
            }
            Self::Counted(problems) => counted(problems, f),
            Self::Lines(problems) => {
                for (index, problem) in problems.iter().enumerate() {
                    let separator = if index == 0 { "" } else { "\n" };
                    write!(f, "{separator}{problem}")?;
                }
                Ok(())
            }
        }
    }
}

fn counted(problems: &[Problem], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match problems {
        [problem] => write!(f, "1 error occurred:\n\t* {problem}\n\n"),
        problems => {
            write!(f, "{} errors occurred:", problems.len())?;
            problems.iter().try_for_each(|problem| write!(f, "\n\t* {problem}"))?;
            f.write_str("\n\n")
        }
    }
}

impl std::error::Error for Refusal {}

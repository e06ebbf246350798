//! What a check found: data, to be sorted, filtered and rendered by somebody else.

use crate::path::FieldPath;
use crate::rule::{Rule, Severity};
use crate::source::Span;
use crate::yaml::Document;

/// One thing that is wrong, where, why and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a finding does nothing until it is reported"]
pub struct Finding {
    /// The rule that was broken.
    pub rule: &'static Rule,
    /// How bad it is here; the rule's own severity unless the check had a reason to differ.
    pub severity: Severity,
    /// The headline: one sentence in lower case, without a final stop.
    pub message: String,
    /// The narrowest place that is wrong.
    pub place: Place,
    /// A few words for the marked place itself; absence means that the headline says enough.
    pub label: Option<String>,
    /// Other places that explain this one.
    pub related: Vec<Related>,
    /// What the upstream program itself says of this, word for word; absence means that it says nothing, or that its
    /// words are not known.
    pub upstream: Option<String>,
    /// What to do, in the imperative.
    pub help: Option<String>,
    /// The mended text, present only where exactly one mend is certain to be right.
    pub fix: Option<Fix>,
}

/// Where something is: a text, a path in it, and the bytes once they have been looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Name of the [`Source`](crate::Source); absence means a model that was built in code.
    pub source: Option<String>,
    /// The value in question; the root means the whole document.
    pub path: FieldPath,
    /// Which part of the entry at `path` is meant.
    pub part: Part,
    /// The bytes; absent until [`Place::locate`] found them, and for models built in code.
    pub span: Option<Span>,
}

/// Which part of a mapping's entry a place means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The value behind the key.
    #[default]
    Value,
    /// The key.
    Key,
}

/// Another place that helps to understand a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where it is.
    pub place: Place,
    /// What is to be seen there.
    pub message: String,
}

/// A replacement of bytes that is certain to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the replacement does, in the imperative.
    pub title: String,
    /// The bytes to replace, in the source of the finding's place.
    pub span: Span,
    /// What to put there.
    pub replacement: String,
}

impl Finding {
    /// A finding with the severity of its rule and nothing but a headline and a place.
    pub fn new(rule: &'static Rule, place: impl Into<Place>, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            message: message.into(),
            place: place.into(),
            label: None,
            related: Vec::new(),
            upstream: None,
            help: None,
            fix: None,
        }
    }

    /// Adds words for the marked place.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Adds what the upstream program says.
    pub fn upstream(mut self, words: impl Into<String>) -> Self {
        self.upstream = Some(words.into());
        self
    }

    /// Adds what to do.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds another place that explains this one.
    pub fn related(mut self, place: impl Into<Place>, message: impl Into<String>) -> Self {
        self.related.push(Related { place: place.into(), message: message.into() });
        self
    }

    /// Adds a certain mend.
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// Fills in source and bytes of every place of this finding from the document it speaks of.
    pub fn locate(mut self, document: &Document) -> Self {
        self.place.locate(document);
        for related in &mut self.related {
            related.place.locate(document);
        }
        self
    }
}

impl Place {
    /// The value at a path.
    #[must_use]
    pub fn value(path: FieldPath) -> Self {
        Self { path, ..Self::default() }
    }

    /// The key at a path.
    #[must_use]
    pub fn key(path: FieldPath) -> Self {
        Self { path, part: Part::Key, ..Self::default() }
    }

    /// Looks the bytes up in a document, unless they are known already.
    ///
    /// A path that the document does not hold (a missing key, a default) is shown at its nearest ancestor
    /// that the document does hold, at that ancestor's key.
    pub fn locate(&mut self, document: &Document) {
        if self.span.is_none() {
            self.span = Some(document.span_of(&self.path, self.part));
            self.source = Some(document.source().name().to_owned());
        }
    }
}

impl From<FieldPath> for Place {
    fn from(path: FieldPath) -> Self {
        Self::value(path)
    }
}

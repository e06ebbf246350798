//! Comparing answers.

use std::collections::BTreeSet;
use std::fmt;

use crate::exception::Exception;
use crate::question::{Answer, Question};
use crate::subject::Subject;

/// Two answers to one question that should be one.
#[derive(Clone, Debug)]
pub struct Disagreement {
    /// What was asked.
    pub question: Question,
    /// Upstream's answer.
    pub theirs: Answer,
    /// Ours.
    pub ours: Answer,
}

/// What a comparison found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How many cases were compared.
    pub cases: usize,
    /// Where the answers differ and no exception covers it.
    pub disagreements: Vec<Disagreement>,
    /// How many cases an exception covered.
    pub covered: usize,
    /// The names of the exceptions that covered a case.
    pub excepted: BTreeSet<&'static str>,
}

/// Compares upstream's answers with those of `ours`, which is the subject's own answer unless a test puts another there.
pub fn compare(
    subject: &Subject,
    exceptions: &[&[Exception]],
    ours: impl Fn(&Question) -> Answer,
    cases: impl IntoIterator<Item = (Question, Answer)>,
) -> Report {
    let mut report = Report::default();
    for (question, theirs) in cases {
        report.cases += 1;
        let ours = ours(&question);
        if theirs.alternatives().iter().any(|theirs| (subject.agree)(theirs, &ours)) {
            continue;
        }
        let covering = exceptions
            .iter()
            .copied()
            .flatten()
            .filter(|exception| subject.name.starts_with(exception.subjects))
            .find(|exception| (exception.covers)(&question, &theirs, &ours));
        match covering {
            Some(exception) => {
                report.covered += 1;
                report.excepted.insert(exception.name);
            }
            None => report.disagreements.push(Disagreement { question, theirs, ours }),
        }
    }
    report
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in self.question.fields() {
            match value.as_str() {
                Some(text) => writeln!(f, "  {name}: {text:?}")?,
                None => writeln!(f, "  {name}: {value}")?,
            }
        }
        writeln!(f, "  upstream: {:?}", self.theirs)?;
        write!(f, "  ours:     {:?}", self.ours)
    }
}

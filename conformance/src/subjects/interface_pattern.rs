//! Interface patterns of Cilium: Go's regular expressions against ours.

use cilium_values::l2::InterfacePattern;

use crate::corpus::pattern::{expression, names};
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::subject::Subject;

/// Which names a pattern matches, or that it is none.
pub(crate) const PATTERNS: Subject = Subject {
    name: "interface-patterns",
    program: Program { directory: "stdlib", modfile: "go.mod" },
    recorded: 2_500,
    question: |random| {
        Question::new("regexp.match").with("pattern", expression(random)).with("texts", names())
    },
    remake: |question| question,
    ours: Some(matches),
    agree: Answer::same_result,
};

fn matches(question: &Question) -> Answer {
    match question.text("pattern").parse::<InterfacePattern>() {
        Ok(pattern) => Answer::Ok(question.texts("texts").map(|name| pattern.matches(name)).collect()),
        Err(error) => Answer::Refused(error.to_string()),
    }
}

//! Where our reading of interface patterns is not Go's. What decides is that we never say a pattern matches otherwise
//! than Go says.

use super::Exception;
use crate::question::Answer;

pub(super) const EXCEPTIONS: &[Exception] = &[
    Exception {
        subjects: "interface-patterns",
        name: "pattern-not-decided",
        reason: "syntax that Go reads in a way of its own (a brace that is no count is a text, `\\Q`, classes of Unicode, \
                 two groups of one name) is refused as undecided rather than misread",
        covers: |_, theirs, ours| theirs.says_yes() && ours.says_no(),
    },
    Exception {
        subjects: "interface-patterns",
        name: "pattern-count-with-zero",
        reason: "a count such as `{01}` is a count to us and five characters to Go",
        covers: |question, _, _| {
            question.text("pattern").split('{').skip(1).any(|rest| rest.starts_with('0'))
        },
    },
    Exception {
        subjects: "interface-patterns",
        name: "pattern-odd-group-name",
        reason: "the names of groups may hold brackets and points with us, letters, digits and `_` only with Go",
        covers: |_, theirs, _| is(theirs, "invalid named capture"),
    },
];

fn is(answer: &Answer, text: &str) -> bool {
    matches!(answer, Answer::Refused(refusal) if refusal.contains(text))
}

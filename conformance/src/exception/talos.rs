//! Where our reading of Talos' configurations is not Talos'.

use super::Exception;
use crate::question::Answer;

pub(super) const EXCEPTIONS: &[Exception] = &[
    Exception {
        subjects: "talos-scalars",
        name: "url-host-by-new-go",
        reason: "the Go that the oracle is built with looks into brackets and counts colons in a URL's host; the ones that \
                 most Talos releases were built with do not, and we follow those",
        covers: |question, theirs, ours| {
            matches!(question.text("type"), "url" | "endpoint")
                && ours.says_yes()
                && ["invalid host", "invalid port", "invalid IP-literal"].iter().any(|text| is(theirs, text))
        },
    },
    Exception {
        subjects: "talos-scalars",
        name: "empty-percentage-or-address",
        reason: "an empty text is the unset value of a percentage, an address and a prefix to Talos; with us a value that is \
                 there is not empty, and leaving the field out says the same",
        covers: |question, theirs, _| question.text("text").is_empty() && theirs.says_yes(),
    },
    Exception {
        subjects: "talos-scalars",
        name: "plus-before-percentage",
        reason: "Go's floats may begin with a plus, so Talos takes `+5%`; our percentages have no plus",
        covers: |question, theirs, _| question.text("text").starts_with('+') && theirs.says_yes(),
    },
];

fn is(answer: &Answer, text: &str) -> bool {
    matches!(answer, Answer::Refused(refusal) if refusal.contains(text))
}

//! Where our reading of interface patterns is not Go's. What decides is that we never say a pattern matches otherwise
//! than Go says.

use super::Exception;
use crate::question::Answer;

pub(super) const EXCEPTIONS: &[Exception] = &[
    Exception {
        subjects: "interface-patterns",
        name: "pattern-too-large",
        reason: "a class of Unicode that is repeated hundreds of times takes more memory than we give an expression, and it is \
                 refused as undecided",
        covers: |_, theirs, ours| theirs.says_yes() && is(ours, "expression of this size"),
    },
    Exception {
        subjects: "interface-patterns",
        name: "pattern-class-of-some-releases",
        reason: "since 1.25 Go knows long names of classes of Unicode, and case and hyphens do not matter; which release Cilium was \
                 built with is not asked, and such a name is refused as undecided",
        covers: |_, theirs, ours| theirs.says_yes() && is(ours, "only some releases of Go"),
    },
];

fn is(answer: &Answer, text: &str) -> bool {
    matches!(answer, Answer::Refused(refusal) if refusal.contains(text))
}

//! Where our reading of Omni's resources is not Omni's.

use super::Exception;
use crate::question::Answer;

pub(super) const EXCEPTIONS: &[Exception] = &[
    Exception {
        subjects: "omni-metadata",
        name: "metadata-without-value",
        reason: "`labels:`, `phase:` and their kin with nothing behind them are refused by omnictl; our reader takes them \
                 for absent, which is what was meant, but it should say so",
        covers: |_, theirs, ours| {
            ours.says_yes() && is_any(theirs, &["node, got 8", "unknown phase: ", "parsing version"])
        },
    },
    Exception {
        subjects: "omni-metadata",
        name: "metadata-time",
        reason: "the server sets the times and ignores what it is sent, but omnictl refuses one that is not RFC 3339; our \
                 reader keeps the text unread",
        covers: |_, theirs, ours| ours.says_yes() && is_any(theirs, &["failed to parse time.Time"]),
    },
    Exception {
        subjects: "omni-metadata",
        name: "metadata-not-a-text",
        reason: "a list or mapping where a text is wanted (the owner, a finalizer) is refused by omnictl and passed over by \
                 our reader",
        covers: |_, theirs, ours| ours.says_yes() && is_any(theirs, &["expected scalar node"]),
    },
    Exception {
        subjects: "omni-metadata",
        name: "metadata-negative-version",
        reason: "a negative version wraps around to a huge one; we refuse it",
        covers: |question, theirs, _| theirs.says_yes() && question.text("rest").contains('-'),
    },
];

fn is_any(answer: &Answer, texts: &[&str]) -> bool {
    matches!(answer, Answer::Refused(refusal) if texts.iter().any(|text| refusal.contains(text)))
}

//! Where our reading of Omni's resources is not Omni's.

use super::Exception;
use crate::question::Answer;

pub(super) const EXCEPTIONS: &[Exception] = &[
    Exception {
        subjects: "omni-template-",
        name: "template-with-an-absolute-file",
        reason: "upstream takes an absolute name for one relative to where the template lies on the disk, and says how many \
                 directories up that is; our templates lie nowhere, and the name is refused as it stands",
        covers: |question, theirs, _| {
            question.text("text").contains("file: /") && is_any(theirs, &["path escapes from parent"])
        },
    },
    Exception {
        subjects: "omni-template-",
        name: "template-with-a-backslash",
        reason: "a name that begins with a backslash leads out of the directory on one system and not on the others; ours is \
                 refused on all",
        covers: |question, _, _| question.text("text").contains("file: \\"),
    },
    Exception {
        subjects: "omni-template-",
        name: "template-with-a-second-document",
        reason: "Omni 1.9 looks for what a patch may not say in its first document only, 1.10 in all; our validation of \
                 templates is that of 1.10",
        covers: |question, _, ours| {
            is_any(ours, &["overriding \"machine.token\""])
                && question.text("text").contains("---\n                machine: {token: abc}")
        },
    },
    Exception {
        subjects: "omni-template-",
        name: "binary-that-is-no-text",
        reason: "Go's texts hold any bytes, which `!!binary` may say; ours are UTF-8",
        covers: |question, _, ours| {
            question.text("text").contains("!!binary")
                && is_any(ours, &["expected base64 of a text in UTF-8"])
        },
    },
    Exception {
        subjects: "omni-template-rendered",
        name: "quotes-of-1.10",
        reason: "Omni 1.9 puts `y`, `n` and their kin in double quotes, 1.10 in single ones, as its library of YAML does; what \
                 we write is that of 1.10",
        covers: |_, theirs, ours| {
            let alike = |answer: &Answer| format!("{answer:?}").replace("\\\"", "'");
            matches!(ours, Answer::Ok(_)) && alike(theirs) == alike(ours)
        },
    },
    Exception {
        subjects: "omni-patch-validated",
        name: "url-odd-bytes-in-a-patch-to-validate",
        reason: "Go keeps bytes that are no UTF-8 in a host; our URLs are texts",
        covers: |_, theirs, ours| theirs.says_yes() && is_any(ours, &["invalid character in host name"]),
    },
];

fn is_any(answer: &Answer, texts: &[&str]) -> bool {
    matches!(answer, Answer::Refused(refusal) if texts.iter().any(|text| refusal.contains(text)))
}

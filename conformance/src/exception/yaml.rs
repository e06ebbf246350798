//! Where our YAML is not Go's: in what is made of a tree, and in what places are counted by.

use super::Exception;
use crate::question::Answer;

pub(super) const EXCEPTIONS: &[Exception] = &[
    Exception {
        subjects: "yaml-",
        name: "lone-tag",
        reason: "behind a lone `!`, `yes`, `n` and their kin are no booleans to the newest release; with us it marks a text, which \
                 may be one of them",
        covers: |question, theirs, _| {
            has_lone_tag(question.text("text")) && refused(theirs).contains("into bool")
        },
    },
    Exception {
        subjects: "yaml-trees-",
        name: "lone-tag-place",
        reason: "in older releases a value begins where its tag does; of a lone `!` our tree keeps no trace, and the value \
                 begins behind it",
        covers: |question, theirs, _| theirs.says_yes() && question.text("text").contains("! "),
    },
    Exception {
        subjects: "yaml-documents",
        name: "fault-out-of-sight",
        reason: "Go looks for keys given twice in what it reads into a type; what it drops (the entry of a null key, the \
                 value of an unknown key) goes unseen. We look everywhere",
        covers: |_, _, ours| refused(ours).contains("is already given at line"),
    },
    Exception {
        subjects: "yaml-documents",
        name: "collection-as-key",
        reason: "a list or mapping as a key of an untyped mapping cannot be held by Go; our tree can",
        covers: |_, theirs, _| {
            ["as a map key", "invalid map key"].iter().any(|words| refused(theirs).contains(words))
        },
    },
    Exception {
        subjects: "yaml-documents",
        name: "nothing-as-key",
        reason: "Go's structures pass over a key that is null, and `~` and `null` as keys of one untyped mapping are one \
                 key to it, where the last wins; to us they are texts",
        covers: |question, _, ours| {
            let text = question.text("text");
            let has_both = text.contains('~') && text.contains("null") || text.contains('?');
            has_both || ["`null`", "`~`", "``"].iter().any(|key| refused(ours).contains(key))
        },
    },
    Exception {
        subjects: "yaml-documents",
        name: "date-as-unknown-key",
        reason: "a bare date as a key is no text to Go, so that a structure refuses it even where it passes over unknown \
                 keys; to us it is one more unknown key",
        covers: |_, theirs, ours| ours.says_yes() && is_date_as_text(refused(theirs)),
    },
    Exception {
        subjects: "yaml-documents",
        name: "bad-tag-on-key",
        reason: "a key whose tag its text does not fit is an error to Go even where the key is unknown",
        covers: |question, theirs, _| {
            question.text("text").contains("!!") && refused(theirs).contains("as a !!")
        },
    },
    Exception {
        subjects: "yaml-",
        name: "two-byte-order-marks",
        reason: "behind a byte order mark that is not the first character Go loses the first character of a line, as far as its \
                 buffer happens to reach",
        covers: |question, _, _| question.text("text").chars().skip(1).any(|c| c == '\u{feff}'),
    },
    Exception {
        subjects: "yaml-trees",
        name: "odd-line-break",
        reason: "a carriage return without a line feed, U+0085, U+2028 and U+2029 begin a line in Go's count; in ours, as in \
                 that of editors, they do not",
        covers: |question, _, _| {
            question.text("text").replace("\r\n", "").contains(['\r', '\u{85}', '\u{2028}', '\u{2029}'])
        },
    },
    Exception {
        subjects: "yaml-",
        name: "alias-to-itself",
        reason: "Go's tree can hold an anchor that contains itself and refuses it only when it is read into a type; we refuse at once",
        covers: |_, _, ours| refused(ours).contains("contains itself"),
    },
    Exception {
        subjects: "yaml-",
        name: "merge-as-value",
        reason: "`<<` as a value, or twice in one mapping, or a `!!merge` tag, is left out, kept or refused by Go \
                 depending on where it stands",
        covers: |question, _, _| ["<<", "!!merge"].iter().any(|merge| question.text("text").contains(merge)),
    },
    Exception {
        subjects: "yaml-",
        name: "binary-not-utf8",
        reason: "base64 of bytes that are no UTF-8 becomes a Go string all the same; our texts are UTF-8",
        covers: |question, theirs, _| question.text("text").contains("!!binary") && theirs.says_yes(),
    },
    Exception {
        subjects: "yaml-",
        name: "old-overflow",
        reason: "v3 and v4.0.0-rc.3 turn a float outside the range of the integer type into whatever the processor makes \
                 of it; we refuse",
        covers: |_, theirs, ours| theirs.says_yes() && refused(ours).contains("expected a whole number"),
    },
    Exception {
        subjects: "yaml-scalars-",
        name: "old-binary",
        reason: "older releases decode a `!!binary` text before they look for a boolean in it; the newest reads none from one",
        covers: |question, _, _| question.text("text").contains("!!binary"),
    },
];

/// The text of a refusal; empty where there is none.
fn refused(answer: &Answer) -> &str {
    match answer {
        Answer::Refused(text) => text,
        _ => "",
    }
}

fn is_date_as_text(refusal: &str) -> bool {
    refusal.contains("cannot construct !!timestamp") && refusal.contains("into string")
}

/// Whether a `!` stands there with nothing behind it.
fn has_lone_tag(text: &str) -> bool {
    let after =
        text.match_indices('!').map(|(place, _)| text.get(place + 1..).and_then(|rest| rest.chars().next()));
    after.into_iter().any(|next| next.is_none_or(|next| next.is_whitespace() || "[]{},".contains(next)))
}

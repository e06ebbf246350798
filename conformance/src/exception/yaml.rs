//! Where our YAML is not Go's: at the far ends of the syntax, where our parser follows YAML 1.2.

use super::Exception;
use crate::question::Answer;

pub(super) const EXCEPTIONS: &[Exception] = &[
    Exception {
        subjects: "yaml-",
        name: "lone-tag",
        reason: "a lone `!` before nothing, or before a comma or bracket, is an error, a text or nothing, depending on \
                 Go's release; with us it marks a text, as YAML 1.2 says",
        covers: |question, _, _| has_lone_tag(question.text("text")),
    },
    Exception {
        subjects: "yaml-",
        name: "odd-tag",
        reason: "a tag such as `!!!` or `!,` that YAML 1.2 has no syntax for is refused by our parser",
        covers: |question, theirs, ours| {
            let tagged = question.text("text").contains('!');
            tagged && [theirs, ours].iter().any(|answer| refused(answer).contains("tag"))
        },
    },
    Exception {
        subjects: "yaml-",
        name: "comment-without-space",
        reason: "Go takes `#` for a comment right behind a quote or bracket too; YAML 1.2 and our parser want a space",
        covers: |_, _, ours| refused(ours).contains("comments must be separated"),
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
        covers: |_, theirs, _| refused(theirs).contains("as a map key"),
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
        name: "bare-document",
        reason: "YAML 1.2 lets a document follow `...` without `---`; Go refuses it",
        covers: |_, theirs, _| refused(theirs).contains("did not find expected <document start>"),
    },
    Exception {
        subjects: "yaml-",
        name: "block-text-at-margin",
        reason: "a block text whose lines stand at the margin swallows `---` with Go, and may itself begin there",
        covers: |question, _, ours| {
            let text = question.text("text");
            text.contains(['|', '>'])
                && (["\n---", "\n..."].iter().any(|mark| text.contains(mark))
                    || refused(ours).contains("simple key expected"))
        },
    },
    Exception {
        subjects: "yaml-",
        name: "unicode-line-break",
        reason: "U+0085, U+2028 and U+2029 break lines in YAML 1.1 only; our parser takes them for text",
        covers: |question, _, _| question.text("text").contains(['\u{85}', '\u{2028}', '\u{2029}']),
    },
    Exception {
        subjects: "yaml-",
        name: "delete-character",
        reason: "Go takes U+007F for text; YAML 1.2 has no such character, and our parser refuses it",
        covers: |question, _, ours| {
            question.text("text").contains('\u{7f}') && refused(ours).contains("u{7f}")
        },
    },
    Exception {
        subjects: "yaml-",
        name: "byte-order-mark",
        reason: "Go takes the mark for text inside a document, where YAML 1.2 forbids it, and does not count it in columns",
        covers: |question, _, _| question.text("text").contains('\u{feff}'),
    },
    Exception {
        subjects: "yaml-",
        name: "unknown-directive",
        reason: "YAML 1.2 wants unknown directives to be passed over; Go refuses them",
        covers: |question, theirs, _| {
            question.text("text").contains('%') && refused(theirs).contains("while scanning a directive")
        },
    },
    Exception {
        subjects: "yaml-",
        name: "tab",
        reason: "Go's rules for tabs depend on whether a key could begin there; we refuse a few harmless ones too, such as a \
                 line of only a tab after a text, or a tab behind `---`",
        covers: |_, _, ours| refused(ours).contains("a tab where"),
    },
    Exception {
        subjects: "yaml-trees",
        name: "carriage-return",
        reason: "a carriage return without a line feed begins a line in Go's count, not in ours",
        covers: |question, _, _| question.text("text").replace("\r\n", "").contains('\r'),
    },
    Exception {
        subjects: "yaml-",
        name: "dash-in-flow",
        reason: "a bare `-` inside brackets is a text to Go; our parser refuses it, as YAML 1.2 does",
        covers: |_, _, ours| refused(ours).contains("plain scalar cannot start with"),
    },
    Exception {
        subjects: "yaml-",
        name: "colon-in-flow",
        reason: "a text that begins with a colon inside brackets is one to YAML 1.2; Go sees an entry without a key, which \
                 it accepts in some places and refuses in others",
        covers: |question, _, ours| {
            has_leading_colon(question.text("text"))
                || refused(ours).contains("a key is missing before this colon")
        },
    },
    Exception {
        subjects: "yaml-",
        name: "question-mark-before-bracket",
        reason: "Go takes the bracket that ends a list twice when a `?` with nothing behind it stands before: `[? ]]` is a \
                 list to it, `[? ]` is none",
        covers: |question, theirs, ours| {
            let text: String = question.text("text").split_whitespace().collect();
            text.contains("?]") && theirs.says_yes() != ours.says_yes()
        },
    },
    Exception {
        subjects: "yaml-",
        name: "key-over-lines",
        reason: "a key inside braces may have its colon on the next line in YAML 1.2; Go wants it on the same",
        covers: |_, theirs, _| refused(theirs).contains("did not find expected ',' or"),
    },
    Exception {
        subjects: "yaml-",
        name: "anchor-name",
        reason: "YAML 1.2 lets an anchor's name have any character, Go's letters, digits, `-` and `_` only",
        covers: |question, theirs, _| {
            question.text("text").contains(['&', '*'])
                && (has_colon_after_anchor(question.text("text"))
                    || ["an anchor", "an alias", "alphabetic or numeric"]
                        .iter()
                        .any(|part| refused(theirs).contains(part)))
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
        subjects: "yaml-scalars-",
        name: "old-document-end",
        reason: "a document of `...` alone is empty since v4.0.0-rc.6, an error before; the trees are the newest's",
        covers: |question, theirs, _| question.text("text").contains("...") && theirs.says_no(),
    },
    Exception {
        subjects: "yaml-scalars-",
        name: "old-overflow",
        reason: "v3 and v4.0.0-rc.3 turn a float outside the range of the integer type into whatever the processor makes \
                 of it; we refuse",
        covers: |question, theirs, ours| {
            question.text("into").contains("int") && theirs.says_yes() && ours.says_no()
        },
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

/// Whether a colon follows an anchor's name at once: the end of a key to Go, a part of the name in YAML 1.2.
fn has_colon_after_anchor(text: &str) -> bool {
    text.split('&').skip(1).any(|rest| {
        let name = rest.split(|c: char| c.is_whitespace() || "[]{},".contains(c)).next();
        name.is_some_and(|name| name.contains(':'))
    })
}

/// Whether a colon begins a text inside brackets.
fn has_leading_colon(text: &str) -> bool {
    text.contains(['[', '{'])
        && text.match_indices(':').any(|(place, _)| {
            let before = text.get(..place).and_then(|before| before.chars().next_back());
            before.is_none_or(|before| before.is_whitespace() || "[{,:".contains(before))
        })
}

fn is_date_as_text(refusal: &str) -> bool {
    refusal.contains("cannot construct !!timestamp") && refusal.contains("into string")
}

/// Whether a `!` stands there with nothing behind it.
pub(super) fn has_lone_tag(text: &str) -> bool {
    let after =
        text.match_indices('!').map(|(place, _)| text.get(place + 1..).and_then(|rest| rest.chars().next()));
    after.into_iter().any(|next| next.is_none_or(|next| next.is_whitespace() || "[]{},".contains(next)))
}

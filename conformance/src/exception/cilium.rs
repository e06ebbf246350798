//! Where our reading of Cilium's values and custom resources is not Helm's and the API server's.

use cilium_values::chart;

use super::Exception;
use crate::question::Answer;

pub(super) const EXCEPTIONS: &[Exception] = &[
    Exception {
        subjects: "helm-values-",
        name: "word-refused-while-reading",
        reason: "a word that is none of a closed list is refused while the values are read, and nothing else is said of \
                 them; the schema knows few of the lists, the templates some more, the agents the rest",
        covers: |_, _, ours| lines(ours).any(|line| line.starts_with("word ")),
    },
    Exception {
        subjects: "helm-values-",
        name: "items-left-open",
        reason: "the schema leaves items of lists and values of labels open, or takes their type from the default; what is \
                 no text there is refused by Kubernetes or by the agents, and by us while the values are read",
        covers: |_, _, ours| {
            let mut places = lines(ours).filter_map(|line| line.strip_prefix("schema /"));
            places.any(|place| chart::fact(&place.replace('/', ".")).is_none())
        },
    },
    Exception {
        subjects: "helm-values-",
        name: "null-where-a-value-is-wanted",
        reason: "a key or group of a feature that is null takes away what some template needs once the feature is on; only \
                 the groups that every rendering needs are known to us",
        covers: |question, theirs, _| {
            let said = format!("{theirs:?}");
            let is_missed = ["nil pointer evaluating", "invalid value; expected", "wrong type for value"]
                .iter()
                .any(|words| said.contains(words));
            is_missed && question.field("values").to_string().contains(":null")
        },
    },
    Exception {
        subjects: "policy-rules-1.16",
        name: "group-without-its-networks",
        reason: "the agent of 1.16 puts the networks of a group in the place of its name before it reads a rule; asked without \
                 them, its code crashes over exceptions from a group",
        covers: |question, theirs, _| {
            matches!(theirs, Answer::Panicked(words) if words.contains("nil pointer"))
                && question.field("rule").to_string().contains("\"cidrGroupRef\"")
        },
    },
    Exception {
        subjects: "custom-resources-",
        name: "format-of-no-text",
        reason: "where a text with a format is wanted, the server takes a list without a word, and says of other values that \
                 they are not of the format; to us they are of a wrong type",
        covers: |_, _, ours| is_formatted(ours),
    },
    Exception {
        subjects: "custom-resources-",
        name: "whole-number-with-fraction",
        reason: "a whole number that is written with a fraction, such as 3.0, is one to the schema and none to the server's \
                 rules in CEL, which then fail; to us it is one for both",
        covers: |_, theirs, _| format!("{theirs:?}").contains("expected int, got float64 evaluating rule"),
    },
];

fn lines(answer: &Answer) -> impl Iterator<Item = &str> {
    let text = if let Answer::Refused(text) = answer { text.as_str() } else { "" };
    text.lines()
}

/// Whether something that is no text stands in the place of a network, an address or a time.
fn is_formatted(ours: &Answer) -> bool {
    let Answer::Ok(value) = ours else { return false };
    let errors = value.get("errors").and_then(serde_json::Value::as_array).into_iter().flatten();
    let mut fields = errors.filter_map(|error| {
        let detail = error.get("detail")?.as_str()?;
        detail.contains("must be of type string").then_some(error.get("field")?.as_str()?)
    });
    fields.any(|field| FORMATTED.iter().any(|name| field.to_lowercase().contains(name)))
}

/// Parts of the names of fields with a format.
const FORMATTED: [&str; 9] = [
    "cidr",
    "routerid",
    "egressip",
    "lasttransitiontime",
    "lastupdated",
    "prefixes",
    "except[",
    "peeraddress",
    "host",
];

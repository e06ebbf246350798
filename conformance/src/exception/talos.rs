//! Where our reading of Talos' configurations is not Talos'.

use super::Exception;
use crate::question::{Answer, Question};

pub(super) const EXCEPTIONS: &[Exception] = &[
    Exception {
        subjects: "talos-",
        name: "url-host-by-new-go",
        reason: "the Go that the oracle is built with looks into brackets and, for http and https, counts colons in a URL's \
                 host; the ones that most Talos releases were built with do not, and we follow those",
        covers: |_, theirs, ours| {
            let words = ["invalid host", "invalid port", "invalid IP-literal"];
            ours.says_yes() && words.iter().any(|text| is(theirs, text))
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
        name: "url-odd-bytes",
        reason: "Go keeps bytes that are no UTF-8 in a host, and control characters behind `#`; our URLs are texts",
        covers: |question, theirs, _| {
            !is_size(question) && theirs.says_yes() && question.text("text").contains(['%', '#'])
        },
    },
    Exception {
        subjects: "talos-patched",
        name: "url-odd-bytes-in-a-patch",
        reason: "the same within documents: a host of bytes that are no UTF-8",
        covers: |_, theirs, ours| theirs.says_yes() && is(ours, "invalid character in host name"),
    },
    Exception {
        subjects: "talos-patched",
        name: "lone-tag-under-a-json-patch",
        reason: "a lone `!` is a text to yaml.v2, by which a configuration is read for a JSON patch, and nothing to v3, by whose \
                 rules we read it",
        covers: |question, _, ours| {
            let config = question.text("config");
            ours.says_yes() && config.lines().any(|line| line == "!" || line.ends_with(" !"))
        },
    },
    Exception {
        subjects: "talos-v1alpha1",
        name: "empty-items-of-structures",
        reason: "nothing as an item of Talos' lists and maps of pointers (disks, interfaces, keys, registries) stays there, \
                 where validating or merging it fails or crashes; ours drop it or take the empty structure",
        covers: |question, theirs, _| theirs.says_yes() && has_empty_item(question.text("text")),
    },
    Exception {
        subjects: "talos-v1alpha1",
        name: "date-in-free-form",
        reason: "a bare date in what is free-form is a date to Talos, and written as one; our types keep its text",
        covers: |question, _, ours| {
            let holds_year = |line: &str| line.split_once(": ").is_some_and(|(_, value)| is_date(value));
            matches!(ours, Answer::Ok(_)) && question.text("text").lines().any(holds_year)
        },
    },
    Exception {
        subjects: "talos-v1alpha1",
        name: "base64-unread",
        reason: "Talos decodes certificates and keys when it reads them; our types keep the text",
        covers: |_, theirs, ours| ours.says_yes() && is(theirs, "illegal base64 data"),
    },
    Exception {
        subjects: "talos-v1alpha1",
        name: "document-of-nothing",
        reason: "what kind a document is, is decided before our types read it; one whose keys are empty is written by us as \
                 what is set, which is nothing, and nothing has no kind",
        covers: |question, theirs, _| {
            let other = question.text("other");
            let says_nothing = other == "{}\n" || other.starts_with("version:") && other.lines().count() == 1;
            is(theirs, "missing kind") || says_nothing
        },
    },
    Exception {
        subjects: "talos-v1alpha1",
        name: "empty-machine-type",
        reason: "an empty machine type is a worker to Talos, and written as it was; ours is written as what it means",
        covers: |question, theirs, _| {
            theirs.says_yes()
                && question.text("other").contains("type: worker")
                && question.text("text").contains("type:")
        },
    },
    Exception {
        subjects: "talos-",
        name: "field-of-a-later-patch-release",
        reason: "our windows follow 1.12.11, the oracle is 1.12.6: OOMConfig's strictCgroupClassOrdering came in between",
        covers: |question, theirs, _| {
            is(theirs, "unknown keys")
                && question.fields().values().any(|value| value.to_string().contains("strictCgroup"))
        },
    },
    Exception {
        subjects: "talos-validated",
        name: "secret-masked",
        reason: "Talos shows a secret that is none, that of a DiscoveryIdentityConfig or a key of WireGuard's; ours is masked",
        covers: |_, theirs, ours| {
            let complaints = ["invalid clusterSecret: ", "key is invalid: wrong key "];
            let complains = |answer: &Answer, of: &str| format!("{answer:?}").contains(of);
            complaints.iter().any(|of| complains(theirs, of) && complains(ours, of))
        },
    },
    Exception {
        subjects: "talos-validated",
        name: "expressions-drawn",
        reason: "upstream says what is wrong with an expression with a picture of it, and its parser goes on after wrong \
                 syntax and lists what could have stood there; ours say one thing a finding, with its place, and syntax once",
        covers: |_, theirs, ours| {
            format!("{theirs:?}").contains("ERROR: <input>:")
                && without_pictures(theirs).is_some_and(|said| Some(said) == without_pictures(ours))
        },
    },
];

/// What stands before what is wrong with an expression.
const EXPRESSIONS: [&str; 7] = [
    "disk selector is invalid: ",
    "volume selector is invalid: ",
    "link selector is invalid: ",
    "OOM trigger expression is invalid: ",
    "OOM cgroup scoring expression is invalid: ",
    "provisioning.volumeSelector.match: ",
    "provisioning.diskSelector.match: ",
];

/// What an answer complains of, line by line, without pictures of expressions and with no more of wrong syntax than that
/// it is wrong.
fn without_pictures(answer: &Answer) -> Option<Vec<String>> {
    let Answer::Ok(value) = answer else { return None };
    let lists = ["errors", "warnings"].map(|key| value.get(key).and_then(serde_json::Value::as_array));
    let texts = lists.into_iter().flatten().flatten().filter_map(serde_json::Value::as_str);
    let mut said: Vec<String> = Vec::new();
    let mut before = "";
    for line in texts.flat_map(str::lines).filter(|line| !line.starts_with(" | ")) {
        let of = EXPRESSIONS.into_iter().find(|words| line.contains(words));
        before = of.unwrap_or(if line.starts_with("ERROR: <input>:") { before } else { "" });
        if before.is_empty() {
            said.push(line.to_owned());
            continue;
        }
        let (document, _) = line.split_once(before).unwrap_or_default();
        let rest = line.rsplit_once("ERROR: <input>:").map(|(_, rest)| rest);
        let rest = rest.and_then(|rest| rest.split_once(": ")).map(|(_, rest)| rest);
        let rest = rest.or_else(|| line.split_once(before).map(|(_, rest)| rest)).unwrap_or_default();
        let syntax = format!("{before}Syntax error");
        if rest.starts_with("Syntax error") {
            while said.last().is_some_and(|last| last.contains(before)) {
                said.pop();
            }
            said.push(format!("{document}{syntax}"));
        } else if !said.last().is_some_and(|last| last.ends_with(&syntax)) {
            said.push(format!("{document}{before}{rest}"));
        }
    }
    Some(said)
}

fn is_size(question: &Question) -> bool {
    question.text("type").ends_with("size")
}

fn is(answer: &Answer, text: &str) -> bool {
    matches!(answer, Answer::Refused(refusal) if refusal.contains(text))
}

/// Whether nothing stands behind a dash, a comma or bracket, or behind a key that is followed by nothing deeper.
fn has_empty_item(text: &str) -> bool {
    let depth = |line: &str| line.len() - line.trim_start_matches([' ', '-']).len();
    let without_comment = |line| str::split(line, " #").next().unwrap_or_default().trim_end();
    let lines: Vec<&str> = text.lines().map(without_comment).collect();
    lines.iter().enumerate().any(|(place, line)| {
        let below = lines.get(place + 1).map_or(0, |next| depth(next));
        let ends_with = |ends: &[&str]| ends.iter().any(|end| line.ends_with(end));
        ends_with(&["-", "~", "!", "null", "Null", "NULL", "null]"])
            || line.ends_with(':') && below <= depth(line)
    })
}

/// Whether a text begins as a bare date does.
fn is_date(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && text.as_bytes().get(4) == Some(&b'-')
}

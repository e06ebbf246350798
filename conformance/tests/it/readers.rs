//! Texts that look like something else are texts to the readers of other languages, too.
//!
//! Their answers are recorded. When what we write changes, `UPDATE_GOLDEN=1 cargo test -p conformance --test it readers`
//! writes `hard-texts.yaml`, and `conformance/oracle/readers/record` asks them again.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use manifest::yaml::{self, Layout};
use manifest::{Map, Value};

/// Texts that some reader takes for a number, boolean, date, nothing, structure or comment where they stand bare.
const HARD: &[&str] = &[
    "",
    " ",
    "~",
    "null",
    "Null",
    "NULL",
    "nil",
    "none",
    "true",
    "True",
    "TRUE",
    "false",
    "yes",
    "Yes",
    "YES",
    "no",
    "No",
    "NO",
    "on",
    "On",
    "OFF",
    "off",
    "y",
    "Y",
    "n",
    "N",
    "0",
    "00",
    "007",
    "0o17",
    "0O17",
    "017",
    "0x1F",
    "0b101",
    "0b",
    "0x",
    "1",
    "-1",
    "+1",
    "1_000",
    "1,000",
    "1.0",
    "1.10",
    "1.",
    ".5",
    "-.5",
    "1e3",
    "1E+3",
    "e3",
    "1e",
    ".inf",
    "-.Inf",
    "+.INF",
    ".nan",
    ".NaN",
    "Infinity",
    "NaN",
    "12:30",
    "12:30:45",
    "190:20:30.15",
    "1:2",
    "-1:30",
    "2026-01-31",
    "2026-1-1",
    "2026-01-31T10:00:00Z",
    "2026-01-31 10:00:00 +1",
    "10:00",
    "00:1a:2b:3c:4d:5e",
    "00:11:22:33:44:55",
    "123e45",
    "0e0",
    "9223372036854775808",
    "18446744073709551616",
    "<<",
    "=",
    "-",
    "- a",
    "--",
    "---",
    "...",
    "--- a",
    "?",
    "? a",
    ":",
    ": a",
    "a: b",
    "a:",
    ":a",
    "a #b",
    "#a",
    "a#b",
    "[a]",
    "{a: b}",
    "]",
    "}",
    ",",
    "&a",
    "*a",
    "!a",
    "!!str a",
    "|",
    ">",
    "|-",
    "%a",
    "@a",
    "`a`",
    "'",
    "\"",
    "'a'",
    "\"a\"",
    "a'b",
    "a\"b",
    "\\",
    "\\n",
    " a",
    "a ",
    "a  b",
    "\ta",
    "a\tb",
    "\t",
    "a\nb",
    "a\n",
    "\na",
    "\n",
    "a\n\n",
    " a\nb",
    "a \nb",
    "a\r\nb",
    "\r",
    "\u{85}",
    "a\u{2028}b",
    "\u{feff}a",
    "\u{a0}",
    "\u{0}",
    "\u{7}",
    "\u{1b}[31m",
    "é",
    "日本",
    "😀",
    "10.0.0.0/8",
    "fd00::/8",
    "::",
    "::1",
    "1.2.3",
    "v1.2",
    "1Gi",
    "10GiB",
    "50%",
    "5m",
    "0644",
    "0o644",
    "a,b",
    "key=value",
    "~a",
    "$HOME",
    "${a}",
    "{{ a }}",
    "%25",
    "a: |",
    "long long long long long long long long long long long long long long long long long long long",
];

fn recorded() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("recorded")
}

/// The texts as the items of a list and as the keys of a mapping.
fn written() -> String {
    let values = HARD.iter().map(|text| Value::from(*text)).collect();
    let keys: Map = HARD.iter().map(|text| (*text, Value::Int(0))).collect();
    let document: Map =
        [("values", Value::Sequence(values)), ("keys", Value::Mapping(keys))].into_iter().collect();
    yaml::to_string(&Value::Mapping(document), &Layout::default()).unwrap()
}

#[test]
fn texts_are_hard_in_different_ways() {
    assert_eq!(HARD.iter().collect::<BTreeSet<_>>().len(), HARD.len());
}

#[test]
fn readers_of_other_languages_read_texts_as_the_texts_that_they_are() {
    let written = written();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(recorded().join("hard-texts.yaml"), &written).unwrap();
        return;
    }
    let answers = fs::read_to_string(recorded().join("hard-texts.jsonl")).unwrap();
    let answers = answers.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let mut readers = 0;
    for answer in answers {
        assert_eq!(answer["text"], *written, "what we write has changed: ask {} again", answer["reader"]);
        for part in ["values", "keys"] {
            let mut read: Vec<_> = answer[part].as_array().unwrap().iter().collect();
            let mut meant: Vec<_> = HARD.iter().map(|text| serde_json::Value::from(*text)).collect();
            // JavaScript puts the numbers among the keys of an object first.
            if part == "keys" {
                read.sort_by_key(ToString::to_string);
                meant.sort_by_key(ToString::to_string);
            }
            assert_eq!(read, meant.iter().collect::<Vec<_>>(), "{part} of {}", answer["reader"]);
        }
        readers += 1;
    }
    assert_eq!(readers, 4);
}

//! Texts that are hard to write down so that every reader reads them back, and values made of them.

use serde_json::{Map, Value};

use crate::corpus::scalar;
use crate::random::Random;

const PIECES: &[&str] = &[
    "a",
    "b c",
    "word",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "\r",
    "\r\n",
    ":",
    ": ",
    " #",
    "#",
    "- ",
    "-",
    "? ",
    "'",
    "\"",
    "\\",
    "%",
    "@",
    "`",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&a",
    "*a",
    "!t",
    "|",
    ">",
    "=",
    "~",
    "é",
    "日本",
    "😀",
    "\u{1}",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{2028}",
    "\u{feff}",
    "\u{fffd}",
    "---",
    "...",
    "0",
    "1",
    "key: value",
    "https://a/b?c=d",
    "-----BEGIN CERTIFICATE-----\n",
    "long words that go on and on for quite a while, so that a line may be folded here",
];

const KEYS: &[&str] = &[
    "a",
    "b",
    "key",
    "a1",
    "a2",
    "a10",
    "a01",
    "A",
    "_",
    "a.b/c",
    "10",
    "9",
    "1",
    "y",
    "true",
    "null",
    "",
    "a b",
    "日本",
    "-",
    "net.core.somaxconn",
    "ipv6",
    "ipv4",
];

/// A text.
pub(crate) fn text(random: &mut Random) -> String {
    match random.below(5) {
        0 | 1 => scalar::bare(random),
        2 => format!(
            "{}{}{}",
            random.pick(&["", " ", "\n", "\t"]),
            scalar::bare(random),
            random.pick(&["", " ", "\n", "\n\n"])
        ),
        3 => {
            let lines: Vec<String> = (0..=random.below(3)).map(|_| scalar::bare(random)).collect();
            lines.join("\n")
        }
        _ => (0..=random.below(5)).map(|_| random.pick(PIECES)).collect(),
    }
}

/// A value: mostly texts, in lists and mappings.
pub(crate) fn value(random: &mut Random, depth: usize) -> Value {
    match random.below(if depth > 2 { 7 } else { 10 }) {
        0..=4 => text(random).into(),
        5 => {
            [Value::Null, true.into(), false.into(), Value::from(0), Value::from(-17), Value::from(i64::MAX)]
                .get(random.below(6))
                .cloned()
                .unwrap_or_default()
        }
        6 => random.pick(KEYS).into(),
        7 => (0..random.below(4)).map(|_| value(random, depth + 1)).collect(),
        _ => {
            let entries = (0..random.below(5)).map(|_| {
                let key = if random.chance(70) { random.pick(KEYS).to_owned() } else { text(random) };
                (key, value(random, depth + 1))
            });
            Value::Object(entries.filter(|(key, _)| has_an_order(key)).collect::<Map<_, _>>())
        }
    }
}

/// Go's order of keys is none where a number in one has more than 18 digits: it wraps around, and what is written depends
/// on how the sorting goes about it.
fn has_an_order(key: &str) -> bool {
    key.split(|c: char| !c.is_numeric()).all(|digits| digits.chars().count() <= 18)
}

//! Label selectors, and labels to choose from.

use serde_json::{Map, Value};

use crate::random::Random;

const KEYS: &[&str] =
    &["a", "b", "omni.sidero.dev/arch", "omni.sidero.dev/mem", "in", "not", "a-b", "A_1", "é", "1"];

const OPERATORS: &[&str] =
    &["=", "==", "!=", "<", "<=", ">", ">=", " in ", " notin ", " not in ", "=<", "!", " IN "];

const VALUES: &[&str] = &[
    "x",
    "amd64",
    "1",
    "64GiB",
    "64 GiB",
    "3 gigs",
    "-5",
    "0",
    "1ki",
    "1Kx",
    "1e3",
    "9223372036854775807",
    "9223372036854775808",
    "9999999999GiB",
    "\"x\"",
    "\"a b\"",
    "\"a\\\"b\"",
    "\"",
    "",
    "x y",
    "a=b",
    "(x)",
    "a.b/c",
    "in",
    "1.5",
    "é",
    "+1",
];

const ALPHABET: &[&str] = &[" ", ",", "(", ")", "!", "=", "<", ">", "\"", "\\", "i", "n", "\t", "\n", "-"];

/// A selector of none to three terms.
pub(crate) fn selector(random: &mut Random) -> String {
    let terms: Vec<String> = (0..random.below(4)).map(|_| term(random)).collect();
    let text = terms.join(random.pick(&[",", ", ", " , "]));
    let text = if random.chance(4) { format!("{text},") } else { text };
    if random.chance(20) { random.mutate(&text, ALPHABET) } else { text }
}

fn term(random: &mut Random) -> String {
    let key = random.pick(KEYS);
    match random.below(10) {
        0 => key.to_owned(),
        1 => format!("{}{key}", random.pick(&["!", "! ", "!!"])),
        2 | 3 => {
            let values: Vec<&str> = (0..random.below(4)).map(|_| random.pick(VALUES)).collect();
            let list = values.join(random.pick(&[",", ", "]));
            format!("{key} {} ({list})", random.pick(&["in", "notin", "in", "notin", "not in", "="]))
        }
        _ => {
            let space = random.pick(&["", " "]);
            format!("{key}{space}{}{space}{}", random.pick(OPERATORS), random.pick(VALUES))
        }
    }
}

/// Sets of labels, some of which a selector may choose.
pub(crate) fn labels(random: &mut Random) -> Value {
    let set = |random: &mut Random| {
        let entries =
            (0..random.below(4)).map(|_| (random.pick(KEYS).to_owned(), random.pick(VALUES).into()));
        Value::Object(entries.collect::<Map<_, _>>())
    };
    (0..4).map(|_| set(random)).collect()
}

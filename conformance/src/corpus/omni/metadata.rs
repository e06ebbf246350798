//! The metadata of resources.

use crate::corpus::scalar;
use crate::corpus::tree::Tree;
use crate::random::Random;

/// The metadata of a resource, without what identifies it.
pub(crate) fn metadata(random: &mut Random) -> String {
    let mut entries = Vec::new();
    for (key, likely) in KEYS {
        if random.chance(*likely) {
            let value = if random.chance(5) { odd(random) } else { value(random, key) };
            entries.push((*key, value));
        }
    }
    if random.chance(4) {
        entries.push((random.pick(&["unknown", "Labels", "label"]), Tree::scalar("x")));
    }
    Tree::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()).plain()
}

/// The keys that may be there, with how many of a hundred have them.
const KEYS: &[(&str, usize)] = &[
    ("version", 50),
    ("owner", 30),
    ("phase", 40),
    ("created", 20),
    ("updated", 20),
    ("labels", 60),
    ("annotations", 40),
    ("finalizers", 30),
];

fn value(random: &mut Random, key: &str) -> Tree {
    let right = random.chance(80);
    match key {
        "version" if right => Tree::scalar(random.pick(&["undefined", "1", "3", "\"7\"", "01", "+1"])),
        "phase" if right => Tree::scalar(random.pick(&["running", "tearingDown", "\"running\""])),
        "created" | "updated" if right => Tree::scalar("2026-08-07T10:00:00Z"),
        "version" => Tree::scalar(random.pick(&[
            "undefined",
            "1",
            "3",
            "\"7\"",
            "",
            "~",
            "-1",
            "x",
            "1.0",
            "0x1",
            "01",
            "+1",
        ])),
        "owner" => Tree::scalar(random.pick(&["", "Controller", "~", "\"\"", "true"])),
        "phase" => Tree::scalar(random.pick(&[
            "running",
            "tearingDown",
            "\"running\"",
            "Running",
            "",
            "~",
            "destroying",
        ])),
        "created" | "updated" => Tree::scalar(random.pick(&[
            "2026-08-07T10:00:00Z",
            "\"2026-08-07T10:00:00Z\"",
            "2026-08-07T10:00:00.5+02:00",
            "2026-08-07",
            "",
            "x",
        ])),
        "finalizers" => Tree::List((0..random.below(3)).map(|_| Tree::scalar(text(random))).collect()),
        _ => {
            let mut entries: Vec<(String, Tree)> = Vec::new();
            for _ in 0..random.below(4) {
                let key = random.pick(&["omni.sidero.dev/cluster", "a", "1", "true", "\"q\"", "~", "a.b/c"]);
                if !entries.iter().any(|(known, _)| known == key) {
                    entries.push((key.to_owned(), Tree::scalar(text(random))));
                }
            }
            Tree::Map(entries)
        }
    }
}

/// A label's value as it is written.
fn text(random: &mut Random) -> String {
    if random.chance(60) {
        return random
            .pick(&["frank", "true", "1.10", "", "null", "~", "\"1\"", "'a b'", "0x10", "2024-01-01"])
            .to_owned();
    }
    scalar::scalar(random)
}

fn odd(random: &mut Random) -> Tree {
    match random.below(3) {
        0 => Tree::List(vec![Tree::scalar("a")]),
        1 => Tree::Map(vec![("a".to_owned(), Tree::scalar("b"))]),
        _ => Tree::scalar(scalar::scalar(random)),
    }
}

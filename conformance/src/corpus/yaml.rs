//! YAML documents in every layout: block and flow, quoted and folded, with anchors, merge keys, comments and mistakes.

use crate::corpus::scalar;
use crate::corpus::tree::Tree;
use crate::random::Random;

const BREAKERS: &[&str] = &[
    " ", "  ", "\n", "\t", ":", ": ", "- ", "-", ",", "[", "]", "{", "}", "#", " #", "&a ", "*a", "!",
    "!!int ", "|", ">", "'", "\"", "\\", "%", "@", "?", "? ", "---\n", "...\n", "<<: *a", "\r\n", "é",
    "\u{feff}", "~", "|-\n", "\u{85}",
];

/// The fields of the structure that the oracle's `struct` reads into, with the kind of value that each wants.
const FIELDS: &[(&str, Want)] = &[
    ("name", Want::Scalar),
    ("count", Want::Scalar),
    ("port", Want::Scalar),
    ("ratio", Want::Scalar),
    ("flag", Want::Scalar),
    ("maybe", Want::Scalar),
    ("tags", Want::Scalars),
    ("labels", Want::Labels),
    ("inner", Want::Inner),
    ("items", Want::Inners),
    ("free", Want::Anything),
    ("unknown", Want::Anything),
    ("Name", Want::Scalar),
];

/// What stands at a place if nothing is wrong there.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Want {
    Scalar,
    Scalars,
    Labels,
    Inner,
    Inners,
    Struct,
    Anything,
}

/// A document that has what is wanted, most of the time.
pub(crate) fn document(random: &mut Random, want: Want) -> String {
    let tree = tree(random, want, 0);
    let mut text = String::new();
    if random.chance(10) {
        text.push_str(random.pick(&[
            "---\n",
            "# comment\n",
            "%YAML 1.1\n---\n",
            "%YAML 1.2\n---\n",
            "--- ",
            "\n\n",
            "\u{feff}",
        ]));
    }
    block(random, &tree, 0, &mut text);
    if random.chance(10) {
        text.push_str(random.pick(&["---\n", "...\n", "# end\n", "---\na: 1\n", "--- ~\n", "\n"]));
    }
    for _ in 0..random.below(6).saturating_sub(3) {
        text = random.mutate(&text, BREAKERS);
    }
    text
}

fn tree(random: &mut Random, want: Want, depth: usize) -> Tree {
    // Now and then something else stands there.
    let want = if random.chance(6) { Want::Anything } else { want };
    match want {
        Want::Scalar => Tree::Scalar(scalar::scalar(random)),
        Want::Scalars => {
            Tree::List((0..random.below(4)).map(|_| tree(random, Want::Scalar, depth + 1)).collect())
        }
        Want::Labels => {
            Tree::Map(entries(random, 4, |random| (key(random), tree(random, Want::Scalar, depth + 1))))
        }
        Want::Inners => {
            Tree::List((0..random.below(3)).map(|_| tree(random, Want::Inner, depth + 1)).collect())
        }
        Want::Inner => Tree::Map(entries(random, 3, |random| {
            let name = random.pick(&["id", "id", "level", "level", "other", "<<"]).to_owned();
            (name, tree(random, Want::Scalar, depth + 1))
        })),
        Want::Struct => Tree::Map(entries(random, 6, |random| {
            let (name, want) = random.pick(&FIELDS.iter().collect::<Vec<_>>()).to_owned();
            (name.to_owned(), tree(random, want, depth + 1))
        })),
        Want::Anything if depth > 3 => tree(random, Want::Scalar, depth),
        Want::Anything => match random.below(4) {
            0 | 1 => Tree::Scalar(scalar::scalar(random)),
            2 => Tree::List((0..random.below(4)).map(|_| tree(random, Want::Anything, depth + 1)).collect()),
            _ => {
                Tree::Map(entries(random, 4, |random| (key(random), tree(random, Want::Anything, depth + 1))))
            }
        },
    }
}

fn entries(
    random: &mut Random,
    most: usize,
    mut entry: impl FnMut(&mut Random) -> (String, Tree),
) -> Vec<(String, Tree)> {
    (0..=random.below(most)).map(|_| entry(random)).collect()
}

fn key(random: &mut Random) -> String {
    match random.below(12) {
        0 => scalar::scalar(random),
        1 => "<<".to_owned(),
        2 => format!("\"{}\"", random.pick(&["a", "b c", "1", "\\n"])),
        _ => random.pick(&["a", "b", "c", "key", "long-key_1", "1", "true", "a.b/c", "null"]).to_owned(),
    }
}

fn block(random: &mut Random, tree: &Tree, indent: usize, out: &mut String) {
    match tree {
        Tree::Scalar(text) => scalar_block(random, text, indent, out),
        Tree::List(items) if items.is_empty() || random.chance(25) => {
            flow(random, tree, out);
            out.push('\n');
        }
        Tree::Map(entries) if entries.is_empty() || random.chance(25) => {
            flow(random, tree, out);
            out.push('\n');
        }
        Tree::List(items) => {
            anchor(random, out);
            for item in items {
                pad(indent, out);
                out.push('-');
                child(random, item, indent + 2, out);
            }
        }
        Tree::Map(entries) => {
            anchor(random, out);
            for (name, value) in entries {
                pad(indent, out);
                out.push_str(name);
                out.push(':');
                let step = random.pick(&[&2, &2, &2, &4, &1]);
                child(random, value, indent + step, out);
            }
        }
    }
}

/// What follows a dash or a colon: on the same line, or on the next ones.
fn child(random: &mut Random, value: &Tree, indent: usize, out: &mut String) {
    let mut below = String::new();
    block(random, value, indent, &mut below);
    let inline = match value {
        Tree::Scalar(_) => true,
        Tree::List(_) | Tree::Map(_) => !below.starts_with(' ') && !below.starts_with('&'),
    };
    if !inline {
        out.push_str(random.pick(&["\n", "\n", " &a\n", " # comment\n", " !!map\n"]));
    } else if random.chance(5) {
        out.push_str(" *a\n");
        return;
    } else if !below.starts_with('\n') {
        out.push(' ');
    }
    out.push_str(&below);
}

fn scalar_block(random: &mut Random, text: &str, indent: usize, out: &mut String) {
    if random.chance(93) {
        out.push_str(text);
        out.push('\n');
        return;
    }
    out.push_str(random.pick(&["|", ">", "|-", ">-", "|+", ">+", "|2", ">1", "\"", "'", ""]));
    out.push('\n');
    for _ in 0..random.below(4) {
        pad(indent.max(1) + random.below(2), out);
        out.push_str(&scalar::bare(random));
        out.push_str(random.pick(&["\n", "\n", "\n\n", " \n"]));
    }
}

fn flow(random: &mut Random, tree: &Tree, out: &mut String) {
    match tree {
        Tree::Scalar(text) => out.push_str(text),
        Tree::List(items) => {
            out.push('[');
            for item in items {
                flow(random, item, out);
                out.push_str(random.pick(&[", ", ",", " , ", ",\n   "]));
            }
            out.push(']');
        }
        Tree::Map(entries) => {
            out.push('{');
            for (name, value) in entries {
                out.push_str(name);
                out.push_str(random.pick(&[": ", ": ", ": ", ":", " : "]));
                flow(random, value, out);
                out.push_str(random.pick(&[", ", ", ", ",\n  "]));
            }
            out.push('}');
        }
    }
}

fn anchor(random: &mut Random, out: &mut String) {
    if random.chance(3) && out.ends_with(' ') {
        out.push_str("&a ");
    }
}

fn pad(indent: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', indent));
}

//! Patches for a configuration: partial documents, delete markers, and JSON patches.

use super::Case;
use crate::corpus::tree::Tree;
use crate::random::Random;

/// JSON pointers into a configuration, with what may be put there.
const POINTERS: &[&str] = &[
    "/machine/type",
    "/machine/certSANs",
    "/machine/certSANs/-",
    "/machine/certSANs/0",
    "/machine/network/hostname",
    "/machine/sysctls",
    "/machine/sysctls/net.core.somaxconn",
    "/machine/kubelet/extraArgs",
    "/machine/install/disk",
    "/machine",
    "/cluster/network/podSubnets",
    "/cluster/network/podSubnets/0",
    "/cluster/apiServer/certSANs/-",
    "/cluster",
    "/version",
    "/kind",
    "/name",
    "/debug",
    "/nope/nope",
    "",
    "machine",
    "/machine/network/interfaces/0/mtu",
    "/machine/features/rbac",
    "/machine/nodeLabels/a~1b",
];

const VALUES: &[&str] = &[
    "\"a\"",
    "\"worker\"",
    "[]",
    "[\"x\",\"y\"]",
    "{}",
    "{\"a\":\"b\"}",
    "1",
    "1500",
    "true",
    "null",
    "\"10.0.0.0/8\"",
    "\"<a> & b\"",
    "1.50",
    "2.0",
    "1e3",
    "\"\\u0061\"",
];

/// Values that are none in JSON, or not the same.
const YAML_VALUES: &[&str] = &[
    "yes",
    "a",
    "'a'",
    "0x10",
    "0o17",
    "017",
    "1_000",
    "1.0",
    "~",
    "",
    ".inf",
    "2026-01-01",
    "{a: b}",
    "[x]",
    "!!str 1",
];

/// What a configuration is likely to hold, well spelled and otherwise.
const LIKELY: &[&(&str, &[&str])] = &[
    &("/version", &["\"v1alpha1\"", "\"v1alpha\\u0031\"", "\"v1\""]),
    &("/machine/type", &["\"worker\"", "\"\\u0077orker\"", "\"controlplane\""]),
    &("/machine/install/disk", &["\"/dev/sda\"", "\"\\/dev\\/sda\""]),
    &("/debug", &["true", "false"]),
];

/// One to three patches.
pub(crate) fn patches(case: &Case<'_>, random: &mut Random) -> Vec<String> {
    (0..=random.below(3))
        .map(|_| match random.below(10) {
            0 | 9 if case.kinds.len() == 1 || random.chance(10) => operations(random),
            1 | 2 => with_deletions(case, random),
            3 if random.chance(30) => delete_document(case, random),
            _ => case.stream(random),
        })
        .collect()
}

/// A list of operations, as JSON or as YAML.
fn operations(random: &mut Random) -> String {
    if random.chance(40) {
        return (0..=random.below(2)).map(|_| yaml(random)).collect();
    }
    let operations: Vec<String> = (0..=random.below(2))
        .map(|_| {
            if random.chance(20) {
                let (path, values) = random.pick(LIKELY);
                let value = random.pick(values);
                return format!("{{\"op\": \"test\", \"path\": \"{path}\", \"value\": {value}}}");
            }
            let operation = random.pick(&["add", "add", "replace", "remove", "test", "move", "copy", "nope"]);
            let from = format!(", \"from\": \"{}\"", random.pick(POINTERS));
            let value = format!(", \"value\": {}", random.pick(VALUES));
            let rest = match operation {
                "remove" => String::new(),
                "move" | "copy" => from,
                _ if random.chance(5) => String::new(),
                _ => value,
            };
            format!("{{\"op\": \"{operation}\", \"path\": \"{}\"{rest}}}", random.pick(POINTERS))
        })
        .collect();
    format!("[{}]", operations.join(", "))
}

/// An operation as an item of a YAML list.
fn yaml(random: &mut Random) -> String {
    let operation = random.pick(&["add", "add", "add", "replace", "test", "remove", "copy"]);
    let values = if random.chance(50) { VALUES } else { YAML_VALUES };
    let value = random.pick(values);
    let rest = match operation {
        "remove" => String::new(),
        "copy" => format!("  from: {}\n", random.pick(POINTERS)),
        _ => format!("  value: {value}\n"),
    };
    format!("- op: {operation}\n  path: {}\n{rest}", random.pick(POINTERS))
}

/// A partial document where some values are markers instead.
fn with_deletions(case: &Case<'_>, random: &mut Random) -> String {
    let kind = random.pick(&case.kinds);
    let mut tree = case.document(random, kind);
    mark(random, &mut tree, 0);
    tree.plain()
}

fn mark(random: &mut Random, tree: &mut Tree, depth: usize) {
    match tree {
        Tree::Scalar(_) => {}
        Tree::List(items) => {
            for item in items {
                match item {
                    Tree::Map(entries) if random.chance(40) => {
                        entries.truncate(1 + random.below(2));
                        entries.insert(random.below(entries.len() + 1), marker(random));
                    }
                    item => mark(random, item, depth + 1),
                }
            }
        }
        Tree::Map(entries) => {
            for (key, value) in entries {
                if depth > 0 && random.chance(15) && key != "name" {
                    *value = Tree::Map(vec![marker(random)]);
                } else {
                    mark(random, value, depth + 1);
                }
            }
        }
    }
}

fn marker(random: &mut Random) -> (String, Tree) {
    let word =
        if random.chance(95) { "delete" } else { random.pick(&["Delete", "replace", "\"delete\"", "true"]) };
    ("$patch".to_owned(), Tree::scalar(word))
}

/// A marker for a whole document.
fn delete_document(case: &Case<'_>, random: &mut Random) -> String {
    let kind = random.pick(&case.kinds);
    let name =
        if kind.is_named { format!("name: {}\n", super::leaf::text(random, "name")) } else { String::new() };
    format!("apiVersion: v1alpha1\nkind: {}\n{name}$patch: delete\n", kind.name)
}

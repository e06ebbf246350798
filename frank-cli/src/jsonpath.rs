//! Templates of kubectl's `JSONPath` dialect, as `omnictl get -o jsonpath=` takes them: `k8s.io/client-go/util/jsonpath`.
//!
//! A template is text with paths in braces. Every text and every value that a path finds is a result of its own.

mod find;
mod parse;

use serde_json::Value;

/// A template.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct JsonPath {
    nodes: Vec<Node>,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq)]
enum Node {
    /// Text, outside of braces or quoted inside of them.
    Text(String),
    /// A path.
    Path(Vec<Step>),
    /// What is done for each result of a path.
    Range(Vec<Step>, Vec<Node>),
}

/// A step of a path; what a step finds is where the next one begins.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    /// The document, `$`.
    Root,
    /// The value of a key.
    Field(String),
    /// All values of a list or mapping.
    All,
    /// Everything below, and the value itself.
    Descend,
    /// Items of a list: from, to, every.
    Slice(Option<i64>, Option<i64>, i64),
    /// One item of a list, from its end if negative.
    Index(i64),
    /// What any of several paths finds.
    Union(Vec<Vec<Step>>),
    /// The items for which something holds.
    Filter(Box<Operand>, Comparison, Box<Operand>),
    /// The items in which a path finds something.
    Has(Vec<Step>),
}

/// A side of a comparison.
#[derive(Clone, Debug, PartialEq)]
enum Operand {
    Path(Vec<Step>),
    Text(String),
    Number(f64),
    Bool(bool),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Comparison {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl JsonPath {
    /// Reads a template; fails with what is wrong in it.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        parse::template(text).map(|nodes| Self { nodes })
    }

    /// Everything that the template finds in a document, in its order. Fails where a key or an item is missing.
    pub(crate) fn find(&self, document: &Value) -> Result<Vec<Value>, String> {
        let mut found = Vec::new();
        find::nodes(&self.nodes, document, document, &mut found)?;
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::JsonPath;

    fn find(path: &str) -> Result<Vec<Value>, String> {
        let document = json!({
            "metadata": {"id": "a", "labels": {"omni.sidero.dev/cluster": "prod", "tier": "gold"}},
            "spec": {
                "machines": [
                    {"id": "one", "cores": 4, "ready": true},
                    {"id": "two", "cores": 16, "ready": false, "tags": ["gpu", "big"]},
                    {"id": "three", "cores": 8},
                ],
                "empty": [],
            },
        });
        JsonPath::parse(path)?.find(&document)
    }

    #[test]
    fn finds_what_kubectl_finds() {
        for (path, expected) in [
            ("{.metadata.id}", json!(["a"])),
            ("{ $.metadata.id }", json!(["a"])),
            ("{.metadata['id']}", json!(["a"])),
            ("{.metadata.labels.omni\\.sidero\\.dev/cluster}", json!(["prod"])),
            ("{.metadata.labels['omni\\.sidero\\.dev/cluster']}", json!(["prod"])),
            ("id {.metadata.id}!", json!(["id ", "a", "!"])),
            ("{.metadata.id}{\"\\t\"}{.metadata.labels.tier}{'\\n'}", json!(["a", "\t", "gold", "\n"])),
            ("{.metadata.labels.*}", json!(["prod", "gold"])),
            ("{.spec.machines[*].id}", json!(["one", "two", "three"])),
            ("{.spec.machines[0].id}", json!(["one"])),
            ("{.spec.machines[-1].id}", json!(["three"])),
            ("{.spec.machines[1:].id}", json!(["two", "three"])),
            ("{.spec.machines[:2].id}", json!(["one", "two"])),
            ("{.spec.machines[0:3:2].id}", json!(["one", "three"])),
            ("{.spec.machines[-2:].id}", json!(["two", "three"])),
            ("{.spec.machines[0,2].id}", json!(["one", "three"])),
            ("{.metadata['id','labels'].tier}", json!("error")),
            ("{..tags}", json!([["gpu", "big"]])),
            ("{..tags[0]}", json!(["gpu"])),
            ("{.spec.empty}", json!([[]])),
            ("{.spec.empty[*]}", json!([])),
            ("{.spec.machines[?(@.cores > 4)].id}", json!(["two", "three"])),
            ("{.spec.machines[?(@.cores<=4)].id}", json!(["one"])),
            ("{.spec.machines[?(@.id == 'two')].cores}", json!([16])),
            ("{.spec.machines[?(@.id != \"two\")].id}", json!(["one", "three"])),
            ("{.spec.machines[?(@.ready == true)].id}", json!(["one"])),
            ("{.spec.machines[?(@.tags)].id}", json!(["two"])),
            (
                "{range .spec.machines[*]}{.id}={.cores};{end}.",
                json!(["one", "=", 4, ";", "two", "=", 16, ";", "three", "=", 8, ";", "."]),
            ),
            ("", json!([])),
            ("{.metadata.none}", json!("none is not found")),
            ("{.spec.machines[7]}", json!("array index out of bounds: index 7, length 3")),
            ("{.metadata", json!("unclosed action")),
            ("{.spec.machines[0}", json!("unterminated array")),
            ("{range .spec.machines[*]}{.id}", json!("unclosed range")),
            ("{end}", json!("not in range")),
            ("{.spec.machines[?(@.id]}", json!("unterminated filter")),
            ("{'a}", json!("unterminated quoted string")),
            ("{id}", json!("unrecognized identifier id")),
        ] {
            match (find(path), expected) {
                (Ok(found), expected) if expected.is_array() => assert_eq!(json!(found), expected, "{path}"),
                (Err(error), Value::String(words)) => {
                    assert!(words == "error" || error == words, "{path}: {error}");
                }
                (outcome, expected) => panic!("{path}: {outcome:?} instead of {expected}"),
            }
        }
    }

    #[test]
    fn nothing_is_too_deep_or_too_strange() {
        assert!(find(&"[".repeat(100_000)).is_ok());
        assert!(find(&format!("{{{}}}", "[".repeat(100_000))).is_err());
        assert!(find(&"{range .spec.machines[*]}".repeat(100_000)).is_err());
        assert!(find(&format!("{{.a[?(@{}", "[?(@".repeat(100_000))).is_err());
        assert!(find("{.spec.machines[::-1]}").is_err());
        assert!(find("{.\u{e4}}").is_err());
    }
}

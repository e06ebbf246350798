//! The model and the facts about the charts, in both directions.

use std::collections::BTreeSet;

use cilium_values::chart::{self, Fact};
use cilium_values::{CiliumVersion, Values};
use manifest::Source;
use manifest::yaml::{self, Reading};
use serde_json::{Map, Value, json};

use crate::keys;

/// A document in which only `path` has a value.
fn tree(path: &str, value: &Value) -> Value {
    path.rsplit('.')
        .fold(value.clone(), |value, key| Value::Object(Map::from_iter([(key.to_owned(), value)])))
}

/// What is wrong with a document of values.
fn findings(tree: &Value) -> Vec<String> {
    let documents = yaml::parse(&Source::new("test.yaml", tree.to_string())).unwrap();
    let decoded = documents[0].decode::<Values>(Reading::Json);
    decoded.findings.into_iter().map(|finding| finding.message).collect()
}

/// The same value with every number a float, because some keys take fractions and some charts have none.
fn as_floats(value: Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(items) => items.into_iter().map(as_floats).collect(),
        Value::Object(map) => map.into_iter().map(|(key, value)| (key, as_floats(value))).collect(),
        other => other,
    }
}

fn lookup<'v>(tree: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').try_fold(tree, |tree, key| tree.get(key))
}

#[test]
fn the_charts_own_values_have_a_place_in_the_model() {
    for fact in chart::facts() {
        for version in chart::versions() {
            let Some(json) = fact.default_in(version) else { continue };
            let tree = tree(fact.path(), &serde_json::from_str(json).unwrap());
            assert_eq!(findings(&tree), [""; 0], "{} in {version}", fact.path());
        }
    }
    for version in chart::versions() {
        let defaults = serde_json::to_value(chart::defaults(version)).unwrap();
        for fact in chart::facts().iter().filter(|fact| fact.is_declared_in(version)) {
            let Some(json) = fact.default_in(version) else { continue };
            let expected = as_floats(serde_json::from_str(json).unwrap());
            let found = lookup(&defaults, fact.path()).cloned().map(as_floats);
            assert_eq!(found, Some(expected), "{} in {version}", fact.path());
        }
    }
}

#[test]
fn reading_and_writing_the_charts_own_values_changes_nothing() {
    for version in chart::versions() {
        let defaults = chart::defaults(version);
        let json = serde_json::to_value(defaults).unwrap();
        assert_eq!(&serde_json::from_value::<Values>(json).unwrap(), defaults, "{version}");
        assert_eq!(defaults.beyond_defaults(version), Values::default(), "{version}");
    }
}

/// Keys that the schema gives other types than the model does, with the reason.
fn exception(path: &str, kind: &str) -> Option<&'static str> {
    let key = path.rsplit('.').next().unwrap();
    match (key, kind) {
        ("cpu" | "memory", "integer") => {
            Some("a quantity of Kubernetes; some schemas name only what the default is")
        }
        ("maxSurge" | "maxUnavailable", "string") => Some("a share in Kubernetes; the same"),
        (_, "null") => Some("null removes a default, wherever it stands"),
        _ => None,
    }
}

#[test]
fn the_model_takes_the_types_that_the_schema_takes() {
    let mut wrong = Vec::new();
    for fact in chart::facts() {
        let types: BTreeSet<&str> =
            chart::versions().iter().flat_map(|version| fact.types_in(version)).collect();
        if types.is_empty() {
            continue;
        }
        let samples = [
            ("boolean", json!(true)),
            ("integer", json!(3)),
            ("number", json!(0.5)),
            ("string", json!("text")),
            ("array", json!([])),
            ("object", json!({})),
            ("null", Value::Null),
        ];
        for (kind, sample) in samples {
            if exception(fact.path(), kind).is_some() {
                continue;
            }
            let is_word = types.iter().any(|name| name.starts_with("enum:"));
            let takes = types.contains(kind) || kind == "integer" && types.contains("number");
            let findings = findings(&tree(fact.path(), &sample));
            // A closed list of words takes its words only; that they are the right ones is seen with the defaults.
            let is_closed = kind == "string" && findings.first().is_some_and(|text| text.contains("one of"));
            if findings.is_empty() != takes && !(is_closed && (takes || is_word)) {
                wrong.push(format!("{} {kind}: {findings:?}", fact.path()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_key_of_the_charts_is_in_the_model() {
    for fact in chart::facts() {
        let sample = if fact.is_group() { json!({}) } else { Value::Null };
        let read = serde_json::from_value::<Values>(tree(fact.path(), &sample));
        assert!(read.is_ok(), "{}: {:?}", fact.path(), read.err());
    }
}

#[test]
fn every_key_of_the_model_is_in_a_chart() {
    let known: BTreeSet<&str> = chart::facts().iter().map(Fact::path).collect();
    let unknown: Vec<String> = keys::of::<Values>()
        .into_iter()
        .filter(|path| !known.contains(path.as_str()) && !chart::is_passed_on(path))
        .collect();
    assert!(unknown.is_empty(), "{}\n{}", unknown.len(), unknown.join("\n"));
}

#[test]
fn versions_between_known_charts_are_answered_for_by_both_neighbours() {
    let fact = chart::fact("externalIPs.enabled").unwrap();
    let is_in = |version: &str| fact.is_in(&version.parse::<CiliumVersion>().unwrap());
    assert!(is_in("1.16.0") && is_in("1.17.0") && is_in("1.17.5"));
    assert!(!is_in("1.17.18") && !is_in("1.18.0") && !is_in("1.21.0"));
    assert_eq!(fact.last(), &CiliumVersion::new(1, 17, 0));
}

//! Schemas for editors.

use manifest::Value;
use talos_config::{Kind, Minor, schema};

fn get<'v>(value: &'v Value, keys: &[&str]) -> &'v Value {
    keys.iter().fold(value, |value, key| value.get(key).unwrap_or_else(|| panic!("no {key}")))
}

fn of_kind<'v>(schema: &'v Value, kind: &str) -> Option<&'v Value> {
    let documents = schema.get("anyOf").and_then(Value::as_sequence).unwrap();
    documents.iter().find(|document| {
        document.get("properties").and_then(|all| all.get("kind")).and_then(|one| one.get("const"))
            == Some(&Value::from(kind))
    })
}

#[test]
fn each_minor_has_the_kinds_that_it_knows() {
    for minor in Minor::ALL {
        let schema = schema::patch(minor);
        for kind in Kind::all().filter(|kind| !kind.is_v1alpha1()) {
            assert_eq!(
                of_kind(&schema, kind.name()).is_some(),
                kind.since() <= minor,
                "{minor} {}",
                kind.name()
            );
        }
    }
}

#[test]
fn nothing_is_required_but_what_identifies_a_document() {
    fn check(value: &Value, path: &str) {
        for (key, value) in value.as_mapping().into_iter().flat_map(manifest::Map::iter) {
            let is_fine = key != "required"
                || *value == Value::Sequence(vec!["apiVersion".into(), "kind".into()])
                || path.ends_with("/delete");
            assert!(is_fine, "{path}: {value:?}");
            check(value, &format!("{path}/{key}"));
        }
        for item in value.as_sequence().unwrap_or_default() {
            check(item, path);
        }
    }
    check(&schema::patch(Minor::V1_14), "");
}

#[test]
fn every_reference_leads_somewhere() {
    fn check(value: &Value, definitions: &Value) {
        if let Some(name) = value.get("$ref").and_then(Value::as_str) {
            let name = name.strip_prefix("#/$defs/").unwrap();
            assert!(definitions.get(name).is_some_and(|definition| !definition.is_null()), "{name}");
        }
        for (_, value) in value.as_mapping().into_iter().flat_map(manifest::Map::iter) {
            check(value, definitions);
        }
        for item in value.as_sequence().unwrap_or_default() {
            check(item, definitions);
        }
    }
    for minor in Minor::ALL {
        let schema = schema::patch(minor);
        check(&schema, get(&schema, &["$defs"]));
    }
}

#[test]
fn fields_that_upstreams_schema_hides_are_there() {
    let schema = schema::patch(Minor::V1_14);
    let network = get(&schema, &["$defs", "v1alpha1.MachineConfig", "properties", "network"]);
    assert!(network.get("anyOf").is_some());
}

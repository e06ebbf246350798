//! The kinds against the definitions of every minor.

use serde_json::{Map, Value, json};

use super::{KINDS, KindInfo};
use crate::CiliumVersion;
use crate::crd::schema::{SCHEMAS, Schema};

const MINORS: std::ops::RangeInclusive<u64> = 16..=20;

fn of(kind: &str) -> &'static KindInfo {
    KINDS.iter().find(|info| info.kind == kind).unwrap_or_else(|| panic!("{kind} is not listed"))
}

#[test]
fn every_kind_of_every_minor_is_listed_with_its_names_and_versions() {
    assert!(KINDS.is_sorted_by(|left, right| left.kind < right.kind));
    for minor in MINORS {
        let cilium = CiliumVersion::new(1, minor, 0);
        let defined: Vec<_> = SCHEMAS.kinds_of(&cilium).collect();
        for definition in &defined {
            let info = of(&definition.kind);
            assert_eq!(info.plural, definition.plural);
            assert_eq!(info.short_names, definition.short_names, "{}", info.kind);
            assert_eq!(info.is_namespaced, definition.namespaced, "{}", info.kind);
            let written = info.api_version(&cilium).unwrap_or_else(|| panic!("{} in 1.{minor}", info.kind));
            let version = written.strip_prefix("cilium.io/").unwrap();
            let served = definition.versions.iter().filter(|version| version.served);
            // The newest served one, which is not deprecated unless all are.
            let best = served.map(|version| (!version.deprecated, version.name == "v2", &version.name)).max();
            assert_eq!(best.map(|(.., name)| name.as_str()), Some(version), "{} in 1.{minor}", info.kind);
        }
        for info in KINDS.iter().filter(|info| info.api_version(&cilium).is_some()) {
            assert!(defined.iter().any(|kind| kind.kind == info.kind), "{} in 1.{minor}", info.kind);
        }
    }
}

#[test]
fn an_object_with_every_field_survives_a_round_trip() {
    let mut wrong = Vec::new();
    for minor in MINORS {
        for definition in SCHEMAS.kinds_of(&CiliumVersion::new(1, minor, 0)) {
            for version in &definition.versions {
                let schema = SCHEMAS.get(version.schema);
                let mut variants = 1;
                for variant in 0.. {
                    if variant == variants {
                        break;
                    }
                    let object = sample(schema, variant, &mut variants);
                    match of(&definition.kind).reread(&object) {
                        Ok(same) if same == object => {}
                        Ok(other) => wrong.push(format!("{} {object}\n became {other}", definition.kind)),
                        Err(error) => wrong.push(format!("{} 1.{minor}: {error}", definition.kind)),
                    }
                }
            }
        }
    }
    wrong.dedup();
    assert_eq!(wrong, [""; 0]);
}

/// What an object has beside its metadata, with every field, and of each word that a field takes the one of this
/// number; the most words of any field go to `variants`.
fn sample(schema: &Schema, variant: usize, variants: &mut usize) -> Value {
    let fields = schema.properties.iter().filter(|(key, _)| !is_metadata(key));
    fields
        .map(|(key, child)| (key.clone(), full(key, *child, variant, variants)))
        .collect::<Map<_, _>>()
        .into()
}

fn is_metadata(key: &str) -> bool {
    matches!(key, "apiVersion" | "kind" | "metadata")
}

fn full(key: &str, number: usize, variant: usize, variants: &mut usize) -> Value {
    let schema = SCHEMAS.get(number);
    if !schema.enum_.is_empty() {
        *variants = (*variants).max(schema.enum_.len());
        return serde_json::to_value(&schema.enum_[variant % schema.enum_.len()]).unwrap();
    }
    match schema.type_.as_deref() {
        _ if schema.is_int_or_string => [json!(8), json!("EchoReply")][variant % 2].clone(),
        Some("object") if schema.preserves_unknown => {
            json!({"@type": "x", "nested": {"list": [1, null, "a"]}})
        }
        Some("object") => {
            let mut object: Map<String, Value> = schema
                .properties
                .iter()
                .map(|(key, child)| (key.clone(), full(key, *child, variant, variants)))
                .collect();
            if let Some(extra) = schema.additional_properties {
                object.insert("any/key".to_owned(), full(key, extra, variant, variants));
            }
            object.into()
        }
        Some("array") if schema.max_items == Some(0) => json!([]),
        Some("array") => json!([full(key, schema.items.unwrap(), variant, variants)]),
        // Words that some of the definitions do not list.
        Some("string") if key == "operator" => json!("In"),
        Some("string") if key == "mode" => json!("DefaultGateway"),
        Some("string") => json!("text"),
        Some("boolean") => json!(variant.is_multiple_of(2)),
        Some("integer") => {
            let bound = if variant.is_multiple_of(2) { schema.minimum } else { schema.maximum };
            #[expect(clippy::cast_possible_truncation, reason = "bounds of integers")]
            bound.map_or_else(|| json!(7), |bound| json!(bound as i64))
        }
        other => panic!("{other:?}"),
    }
}

#[cfg(feature = "schema")]
mod with_schemas {
    use std::collections::BTreeMap;

    use super::{KINDS, MINORS, SCHEMAS, Value, is_metadata};
    use crate::CiliumVersion;

    /// A field of a kind: the type that it has and the words that it takes, and whether it must be there.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    struct Field {
        type_: String,
        words: Vec<String>,
        is_required: bool,
    }

    /// Fields by their paths; `[]` is an item of a list, `{}` a value of a map.
    type Fields = BTreeMap<String, Field>;

    /// Merges what definitions say: a field is there if it is in one of them, and must be there if it must in all.
    fn defined(fields: &mut Fields, number: usize, path: &str, is_required: bool) {
        let schema = SCHEMAS.get(number);
        let type_ = match schema.type_.as_deref() {
            _ if schema.is_int_or_string => "integer|string",
            Some(name) => name,
            None => panic!("{path} has no type"),
        };
        let new = !fields.contains_key(path);
        let field = fields.entry(path.to_owned()).or_default();
        type_.clone_into(&mut field.type_);
        field.is_required = is_required && (new || field.is_required);
        for word in &schema.enum_ {
            let word = word.as_str().unwrap().to_owned();
            if !field.words.contains(&word) {
                field.words.push(word);
            }
        }
        field.words.sort();
        if schema.preserves_unknown {
            return;
        }
        for (key, child) in &schema.properties {
            defined(fields, *child, &format!("{path}.{key}"), schema.required.contains(key));
        }
        // A list that must be empty says nothing about its items.
        if let Some(items) = schema.items.filter(|_| schema.max_items != Some(0)) {
            defined(fields, items, &format!("{path}[]"), true);
        }
        if let Some(extra) = schema.additional_properties {
            defined(fields, extra, &format!("{path}{{}}"), true);
        }
    }

    /// The union of the definitions of a kind in all minors and versions.
    fn all_defined(kind: &str) -> Fields {
        let mut fields = Fields::new();
        for minor in MINORS {
            for definition in
                SCHEMAS.kinds_of(&CiliumVersion::new(1, minor, 0)).filter(|info| info.kind == kind)
            {
                for version in &definition.versions {
                    let schema = SCHEMAS.get(version.schema);
                    for (key, child) in schema.properties.iter().filter(|(key, _)| !is_metadata(key)) {
                        defined(&mut fields, *child, key, schema.required.contains(key));
                    }
                }
            }
        }
        fields
    }

    /// What the type of a field says.
    fn typed(fields: &mut Fields, schema: &Value, path: &str, is_required: bool) {
        let schema = without_null(schema);
        let mut field = Field { is_required, ..Field::default() };
        field.type_ = match &schema["type"] {
            Value::String(name) => name.clone(),
            Value::Array(names) => names
                .iter()
                .filter_map(Value::as_str)
                .filter(|name| *name != "null")
                .collect::<Vec<_>>()
                .join("|"),
            _ if schema.get("enum").is_some()
                || schema.get("oneOf").is_some()
                || schema.get("const").is_some() =>
            {
                "string".to_owned()
            }
            _ => String::new(),
        };
        let variants = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
        let words = schema.get("enum").and_then(Value::as_array).into_iter().flatten();
        field.words = words
            .chain(variants.clone().filter_map(|variant| variant.get("const")))
            .chain(schema.get("const"))
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
        for variant in variants {
            let words = variant.get("enum").and_then(Value::as_array).into_iter().flatten();
            field.words.extend(words.filter_map(Value::as_str).map(str::to_owned));
        }
        field.words.sort();
        fields.insert(path.to_owned(), field);
        children(fields, schema, path);
    }

    fn children(fields: &mut Fields, schema: &Value, path: &str) {
        let required = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
        for (key, child) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            typed(fields, child, &path, required.iter().any(|name| name == key));
        }
        if let Some(items) = schema.get("items") {
            typed(fields, items, &format!("{path}[]"), true);
        }
        if let Some(extra @ Value::Object(_)) = schema.get("additionalProperties") {
            typed(fields, extra, &format!("{path}{{}}"), true);
        }
    }

    /// The schema of the value of an `Option`.
    fn without_null(schema: &Value) -> &Value {
        let any = schema.get("anyOf").and_then(Value::as_array);
        any.and_then(|any| any.iter().find(|schema| schema["type"] != "null")).unwrap_or(schema)
    }

    /// Fields in which a type differs from its definitions, with the reason.
    const DIFFERENCES: &[(&str, &str)] = &[
        (
            "spec.nodeSelector.matchExpressions[].operator words",
            "CiliumNodeConfig alone does not list the operators",
        ),
        (
            "service.addresses: required",
            "absent is empty in the older definitions, and empty announces nothing",
        ),
        ("spec.resources: required", "1.16 lets a configuration of nothing pass"),
        (
            "toPorts[].ports[].port: required",
            "the older definitions let a port without number pass, the agents do not",
        ),
    ];

    #[test]
    fn the_types_have_the_fields_of_the_definitions_and_no_others() {
        let mut wrong = Vec::new();
        for info in KINDS {
            let defined = all_defined(info.kind);
            let mut typed = Fields::new();
            children(&mut typed, info.schema().as_value(), "");
            for (path, field) in &defined {
                let Some(ours) = typed.get(path) else {
                    wrong.push(format!("{} lacks {path}", info.kind));
                    continue;
                };
                if ours.type_ != field.type_ {
                    wrong.push(format!("{} {path}: {} is {}", info.kind, field.type_, ours.type_));
                }
                if ours.words != field.words {
                    wrong.push(format!("{} {path} words: {:?} is {:?}", info.kind, field.words, ours.words));
                }
                // A spec is an `Option` in every body, see there.
                if ours.is_required != field.is_required && path != "spec" {
                    wrong.push(format!(
                        "{} {path}: required {} is {}",
                        info.kind, field.is_required, ours.is_required
                    ));
                }
            }
            for path in typed.keys().filter(|path| !defined.contains_key(*path)) {
                wrong.push(format!("{} has {path}", info.kind));
            }
        }
        let is_known = |text: &String| DIFFERENCES.iter().any(|(path, _)| text.contains(path));
        for (path, _) in DIFFERENCES {
            assert!(wrong.iter().any(|text| text.contains(path)), "no longer needed: {path}");
        }
        wrong.retain(|text| !is_known(text));
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

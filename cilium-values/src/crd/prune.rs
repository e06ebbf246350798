//! What the server drops: fields that a schema does not know.

use manifest::Value;

use super::schema::Schemas;

/// Drops what is unknown from a whole object; what every object has is not the schema's.
pub(super) fn object(schemas: &Schemas, number: usize, object: &mut Value) {
    let Value::Mapping(map) = object else { return };
    let schema = schemas.get(number);
    let is_of_all = |key: &str| matches!(key, "apiVersion" | "kind" | "metadata");
    map.retain(|key, _| is_of_all(key) || schema.properties.contains_key(key));
    for (key, value) in map.iter_mut().filter(|(key, _)| !is_of_all(key)) {
        if let Some(child) = schema.properties.get(key) {
            prune(schemas, *child, value);
        }
    }
}

fn prune(schemas: &Schemas, number: usize, value: &mut Value) {
    let schema = schemas.get(number);
    match value {
        Value::Mapping(map) => {
            let child = |key: &str| schema.properties.get(key).copied().or(schema.additional_properties);
            map.retain(|key, _| schema.preserves_unknown || child(key).is_some());
            for (key, value) in map.iter_mut() {
                if let Some(child) = child(key) {
                    prune(schemas, child, value);
                }
            }
        }
        Value::Sequence(items) => {
            if let Some(child) = schema.items {
                for item in items {
                    prune(schemas, child, item);
                }
            }
        }
        _ => {}
    }
}

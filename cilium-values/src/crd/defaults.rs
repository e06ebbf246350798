//! Defaults, filled in as the server does before it validates.

use std::collections::BTreeMap;

use manifest::{Map, Value};

use super::schema::Schemas;

/// Fills in defaults below objects that are present, and drops what is null where null has no meaning.
pub(super) fn fill_in(schemas: &Schemas, number: usize, value: &mut Value) {
    let schema = schemas.get(number);
    match value {
        Value::Mapping(map) => {
            let extra = schema.additional_properties;
            // `nullable` is used in none of the definitions.
            map.retain(|key, value| {
                !(value.is_null() && (extra.is_some() || schema.properties.contains_key(key)))
            });
            fill_in_map(schemas, &schema.properties, map);
            for (key, value) in map.iter_mut() {
                if let Some(child) = schema.properties.get(key).copied().or(extra) {
                    fill_in(schemas, child, value);
                }
            }
        }
        Value::Sequence(items) => {
            for (item, child) in items.iter_mut().zip(std::iter::repeat(schema.items)) {
                if let Some(child) = child {
                    fill_in(schemas, child, item);
                }
            }
        }
        _ => {}
    }
}

fn fill_in_map(schemas: &Schemas, properties: &BTreeMap<String, usize>, map: &mut Map) {
    for (key, child) in properties {
        if let (false, Some(default)) = (map.contains_key(key), &schemas.get(*child).default) {
            map.insert(key.clone(), default.clone());
        }
    }
}

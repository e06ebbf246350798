//! JSON schemas for editors.
//!
//! Upstream publishes schemas of complete documents, which refuse half of what a patch may be and hide deprecated
//! fields that Talos still reads. These are for patches, from the table of what each minor reads: nothing is required
//! but what identifies a document, and `$patch: delete` may stand wherever Talos knows it.

use manifest::{Map, Value};

use crate::facts::{Facts, Kind, Shape, Special, Struct, TextKind};
use crate::version::Minor;

/// The schema (draft 2020-12) of one document of a patch for a minor of Talos.
///
/// The result is plain data; any serializer for JSON writes it, with the same bytes each time.
///
/// ```
/// use talos_config::{Minor, schema};
///
/// let schema = schema::patch(Minor::V1_12);
/// let title = schema.get("title").and_then(|title| title.as_str());
/// assert_eq!(title, Some("A document of a patch for Talos 1.12"));
/// ```
#[must_use]
pub fn patch(minor: Minor) -> Value {
    let facts = Facts::of(minor);
    let mut writer = Writer { facts, definitions: Map::new() };
    writer.definitions.insert("delete", deletion());
    let documents: Vec<_> = facts.kinds().map(|kind| writer.document(kind)).collect();
    writer.definitions.sort_keys_by(str::cmp);
    object([
        ("$schema", "https://json-schema.org/draft/2020-12/schema".into()),
        ("title", format!("A document of a patch for Talos {minor}").into()),
        ("anyOf", Value::Sequence(documents)),
        ("$defs", Value::Mapping(writer.definitions)),
    ])
}

/// A mapping that deletes what stands in its place; other keys find the item of a list.
fn deletion() -> Value {
    object([
        ("type", "object".into()),
        ("properties", object([("$patch", object([("const", "delete".into())]))])),
        ("required", vec![Value::from("$patch")].into()),
    ])
}

struct Writer {
    facts: &'static Facts,
    definitions: Map,
}

impl Writer {
    fn document(&mut self, kind: &Kind) -> Value {
        let place = self.facts.place(kind.type_name());
        let mut schema = self.fields(self.facts.at(place));
        if kind.is_v1alpha1() {
            return schema;
        }
        let Value::Mapping(map) = &mut schema else { return schema };
        if let Value::Mapping(properties) = map.get_or_insert("properties") {
            properties.insert("apiVersion", object([("const", "v1alpha1".into())]));
            properties.insert("kind", object([("const", kind.name().into())]));
            properties.insert("$patch", object([("const", "delete".into())]));
        }
        map.insert("required", vec![Value::from("apiVersion"), Value::from("kind")]);
        schema
    }

    fn fields(&mut self, owner: &Struct) -> Value {
        let properties: Map = owner
            .fields
            .iter()
            .map(|field| {
                let options = vec![self.shape(&field.shape), reference("delete")];
                (field.key, object([("anyOf", options.into())]))
            })
            .collect();
        object([
            ("type", types(&["object", "null"])),
            ("properties", Value::Mapping(properties)),
            ("additionalProperties", false.into()),
        ])
    }

    fn structure(&mut self, place: usize) -> Value {
        let owner = self.facts.at(place);
        if !self.definitions.contains_key(owner.name) {
            // The name is taken before its fields are looked at, so that types may hold each other.
            self.definitions.insert(owner.name, Value::Null);
            let schema = self.fields(owner);
            self.definitions.insert(owner.name, schema);
        }
        reference(owner.name)
    }

    fn shape(&mut self, shape: &Shape) -> Value {
        match shape {
            Shape::Pointer(inner) => self.shape(inner),
            Shape::Struct(place) => self.structure(*place),
            Shape::List { item, .. } => {
                let items = vec![self.shape(item), reference("delete")];
                object([("type", types(&["array", "null"])), ("items", object([("anyOf", items.into())]))])
            }
            Shape::Special(Special::InlineManifests(place)) => {
                let items = vec![self.structure(*place), reference("delete")];
                object([("type", types(&["array", "null"])), ("items", object([("anyOf", items.into())]))])
            }
            Shape::Map(inner) => {
                let values = vec![self.shape(inner), reference("delete")];
                object([
                    ("type", types(&["object", "null"])),
                    ("additionalProperties", object([("anyOf", values.into())])),
                ])
            }
            Shape::Free => object([("type", types(&["object", "null"]))]),
            Shape::Bool => object([("type", types(&["boolean", "null"]))]),
            Shape::Int { min, max } => object([
                ("type", types(&["integer", "null"])),
                ("minimum", Value::Int(*min)),
                ("maximum", i64::try_from(*max).map_or(Value::UInt(*max), Value::Int)),
            ]),
            Shape::Special(Special::FileMode) => {
                object([("type", types(&["integer", "null"])), ("minimum", Value::Int(0))])
            }
            Shape::Special(Special::Args) => {
                let texts = object([("type", "array".into()), ("items", scalar())]);
                let values = vec![scalar(), texts, reference("delete")];
                object([
                    ("type", types(&["object", "null"])),
                    ("additionalProperties", object([("anyOf", values.into())])),
                ])
            }
            Shape::Special(Special::Pem { crt, key }) => pem(*crt, *key),
            Shape::Word(words) => {
                let words = words.words.iter().map(|word| Value::from(*word)).chain([Value::Null]);
                object([("enum", Value::Sequence(words.collect()))])
            }
            Shape::Text(TextKind::DiskSizeMatcher) => object([("type", "string".into())]),
            Shape::Duration => object([("type", types(&["string", "integer", "null"]))]),
            Shape::String | Shape::Text(_) | Shape::Special(_) => scalar(),
        }
    }
}

/// A text: Talos takes the source of any scalar.
fn scalar() -> Value {
    object([("type", types(&["string", "number", "boolean", "null"]))])
}

fn pem(crt: bool, key: bool) -> Value {
    let parts = [("crt", crt), ("key", key)].into_iter().filter(|(_, has)| *has);
    let properties: Map =
        parts.map(|(name, _)| (name, object([("type", types(&["string", "null"]))]))).collect();
    object([
        ("type", types(&["object", "null"])),
        ("properties", Value::Mapping(properties)),
        ("additionalProperties", false.into()),
    ])
}

fn reference(name: &str) -> Value {
    object([("$ref", format!("#/$defs/{name}").into())])
}

fn types(names: &[&str]) -> Value {
    Value::Sequence(names.iter().map(|name| Value::from(*name)).collect())
}

fn object<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Mapping(entries.into_iter().collect())
}

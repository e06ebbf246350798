//! What differs, by resource and by leaf.

use std::collections::BTreeMap;

use manifest::yaml::{self, GoYaml, Reading};
use manifest::{FieldPath, MASK, Source, Value, holds_secret};
use omni_client::resource::AnyResource;
use serde::Serialize;

use super::declared::{Declared, ResourceId};

/// What has become of a resource.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ResourceChange {
    /// Which resource.
    #[serde(flatten)]
    pub resource: ResourceId,
    /// On which side it is.
    pub side: Side,
    /// The values that differ, by path. Values of keys that hold secrets are masked.
    pub leaves: Vec<Leaf>,
}

/// On which side something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// On the new side only.
    Added,
    /// On both, and not the same.
    Changed,
    /// On the old side only.
    Removed,
}

/// A value that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Leaf {
    /// Where it is in the resource.
    pub path: String,
    /// What it was; absent if it was not there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// What it is; absent if it is not there any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
}

/// The leaves of a value: path and value, empty lists and mappings included. Masked values differ where they do.
pub(super) type Leaves = BTreeMap<String, (Value, bool)>;

/// Every resource that is not the same on both sides, by kind and id.
pub(super) fn resources(old: &Declared, new: &Declared) -> Vec<ResourceChange> {
    let (old, new) = (of(old), of(new));
    let mut ids: Vec<&ResourceId> = old.keys().chain(new.keys()).collect();
    ids.sort_unstable();
    ids.dedup();
    let change = |id: &ResourceId| {
        let side = match (old.get(id), new.get(id)) {
            (Some(_), None) => Side::Removed,
            (None, _) => Side::Added,
            (Some(old), Some(new)) if old == new => return None,
            _ => Side::Changed,
        };
        let none = Leaves::new();
        let leaves = differences(old.get(id).unwrap_or(&none), new.get(id).unwrap_or(&none));
        Some(ResourceChange { resource: id.clone(), side, leaves })
    };
    ids.into_iter().filter_map(change).collect()
}

/// The leaves that differ, for people: by path, secrets masked.
pub(super) fn differences(old: &Leaves, new: &Leaves) -> Vec<Leaf> {
    let shown = |leaf: Option<&(Value, bool)>| {
        leaf.map(|(value, secret)| if *secret { MASK.to_owned() } else { words(value) })
    };
    let mut paths: Vec<&String> = old.keys().chain(new.keys()).collect();
    paths.sort_unstable();
    paths.dedup();
    paths
        .into_iter()
        .filter(|path| old.get(*path) != new.get(*path))
        .map(|path| Leaf { path: path.clone(), old: shown(old.get(path)), new: shown(new.get(path)) })
        .collect()
}

fn of(declared: &Declared) -> BTreeMap<ResourceId, Leaves> {
    let omni = declared.omni.iter().map(|(id, resource)| (id.clone(), of_resource(resource)));
    let others = declared.others.iter().map(|(id, value)| (id.clone(), leaves(value)));
    let text = |kind, path: &str, source: &Source| (ResourceId::new(kind, path), of_text(source.text()));
    let written = declared.written.iter().map(|(path, one)| text("MachineConfiguration", path, &one.source));
    let patches = declared.patches.iter().map(|(path, source)| text("TalosPatch", path, source));
    omni.chain(others).chain(written).chain(patches).collect()
}

fn of_resource(resource: &AnyResource) -> Leaves {
    let mut found = Leaves::new();
    let metadata = resource.metadata();
    let labels = metadata.labels.iter().map(|(key, value)| ("labels", key, value));
    let annotations = metadata.annotations.iter().map(|(key, value)| ("annotations", key, value));
    for (group, key, value) in labels.chain(annotations) {
        let path = FieldPath::root().key("metadata").key(group).key(key.as_str());
        found.insert(path.to_string(), (Value::from(value.as_str()), false));
    }
    match resource {
        AnyResource::ConfigPatch(patch) => found.extend(of_text(&patch.spec.data)),
        _ => collect(
            &resource.spec_value().unwrap_or_default(),
            &FieldPath::root().key("spec"),
            false,
            &mut found,
        ),
    }
    found
}

/// The leaves of a configuration, document by document. A text that is no YAML is a leaf of its own, and not shown.
pub(super) fn of_text(text: &str) -> Leaves {
    let Ok(documents) = yaml::parse(&Source::new("", text)) else {
        return [("data".to_owned(), (Value::from(text), true))].into();
    };
    let mut found = Leaves::new();
    for document in documents {
        let value: Value = document.decode(Reading::Go(GoYaml::V4Rc6)).value.unwrap_or_default();
        let word = |key: &str| value.get(key).and_then(Value::as_str);
        let path = match (word("kind"), word("name")) {
            (None, _) => FieldPath::root(),
            (Some(kind), None) => FieldPath::root().key(kind),
            (Some(kind), Some(name)) => FieldPath::root().key(kind).key(name),
        };
        collect(&value, &path, false, &mut found);
    }
    found
}

fn leaves(value: &Value) -> Leaves {
    let mut found = Leaves::new();
    collect(value, &FieldPath::root(), false, &mut found);
    found
}

fn collect(value: &Value, path: &FieldPath, secret: bool, found: &mut Leaves) {
    match value {
        Value::Mapping(map) if !map.is_empty() => {
            for (key, value) in map.iter() {
                collect(value, &path.clone().key(key), secret || holds_secret(key), found);
            }
        }
        Value::Sequence(items) if !items.is_empty() => {
            for (index, value) in items.iter().enumerate() {
                collect(value, &path.clone().index(index), secret, found);
            }
        }
        leaf => drop(found.insert(path.to_string(), (leaf.clone(), secret))),
    }
}

/// A value in one text: lists and mappings are those that are empty.
pub(crate) fn words(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Int(value) => value.to_string(),
        Value::UInt(value) => value.to_string(),
        Value::Float(value) => value.to_string(),
        Value::String(text) => text.clone(),
        Value::Sequence(_) => "[]".to_owned(),
        Value::Mapping(_) => "{}".to_owned(),
    }
}

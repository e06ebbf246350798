//! Lists of JSON operations (RFC 6902), with the deviations of the library that Talos uses
//! (`evanphx/json-patch` v5): `replace` adds a key that is not there, indices may count from the end.

mod convert;
mod pointer;
mod spelling;

use manifest::yaml::{self, GoYaml, Layout, Node, Reading};
use manifest::{FieldPath, Finding, Map, Place, Source, Value};
use serde::de::IgnoredAny;

use self::pointer::Pointer;
use super::PatchError;
use super::error::{At, Refused};
use super::trail::{Trail, TrailReader};
use crate::facts::Shape;
use crate::rules::PATCH_REFUSED;
use crate::version::Minor;

/// One operation.
#[derive(Clone)]
pub(crate) struct Operation {
    name: String,
    path: Option<String>,
    from: Option<String>,
    /// Absent is not the same as nothing: only `add` takes it. Nothing in JSON is absent, in YAML it is there.
    value: Option<Value>,
    /// Whether there is a value, even if it is nothing.
    has_value: bool,
    /// The value as it is written, if that is otherwise than one of the configuration is when both are compared.
    written: Option<Value>,
}

/// Reads the first document as a list of operations; absent if it is none. What the operations are called is not
/// checked here. A document that says nothing is an empty list. A value that JSON cannot hold is refused.
pub(super) fn load(source: &Source, minor: Minor) -> Option<Result<Vec<Operation>, Box<Finding>>> {
    let documents = yaml::parse_as(source, minor.yaml()).ok()?;
    let Some(document) = documents.first() else { return Some(Ok(Vec::new())) };
    if document.root().is_null() {
        return Some(Ok(Vec::new()));
    }
    let items = document.root().as_sequence()?;
    let decoded = document.decode::<Value>(Reading::Go(minor.yaml()));
    let value = decoded.value.filter(|_| decoded.findings.is_empty())?;
    let values = value.as_sequence()?;
    let is_json = serde_json::from_str::<IgnoredAny>(source.text()).is_ok();
    let mut operations = Vec::with_capacity(items.len());
    for (index, (node, value)) in items.iter().zip(values).enumerate() {
        let value = match convert::to_json(node, value.clone()) {
            Ok(value) => value,
            Err(cause) => {
                let place = Place { path: FieldPath::root().index(index), ..Place::default() };
                return Some(Err(Box::new(
                    Finding::new(&PATCH_REFUSED, place, cause)
                        .help("JSON has no such number, and Talos makes JSON of the patch")
                        .locate(document),
                )));
            }
        };
        operations.push(operation(source.text(), node, &value, is_json)?);
    }
    Some(Ok(operations))
}

fn operation(source: &str, node: &Node, value: &Value, is_json: bool) -> Option<Operation> {
    // Nothing is an operation that says nothing.
    let nothing = Map::new();
    let map = if value.is_null() { &nothing } else { value.as_mapping()? };
    let said = |key: &str| map.get(key).filter(|value| !(is_json && value.is_null()));
    let text = |key: &str| match said(key)? {
        Value::String(text) => Some(text.clone()),
        Value::Null => Some(String::new()),
        _ => None,
    };
    let name = text("op").unwrap_or_else(|| "unknown".to_owned());
    let has_value = map.get("value").is_some();
    let value = said("value").cloned();
    // Of YAML the value is encoded as JSON first; JSON stays as it was written.
    let said = node.get("value").filter(|_| is_json).zip(value.as_ref());
    let written = said.map(|(node, value)| spelling::as_written(source, node, value));
    let written = written.filter(|written| Some(written) != value.as_ref().map(spelling::spelled).as_ref());
    Some(Operation { name, path: text("path"), from: text("from"), value, has_value, written })
}

/// An operation on its way, with where its value was said, if somebody asks.
pub(super) struct Step<'o> {
    pub(super) operation: &'o Operation,
    pub(super) trail: Option<Trail>,
    /// The patch, counted from 1.
    pub(super) layer: usize,
    /// Its place in the patch.
    pub(super) index: usize,
}

/// A document that is edited, with where its values were said, if somebody asks.
struct Edited {
    minor: Minor,
    value: Value,
    trail: Option<Trail>,
    /// The same document as its values are spelled, if an operation spells one otherwise than Go does.
    spelled: Option<Value>,
}

/// Where the values of operations were said, in the order of [`load`].
pub(super) fn trails(source: &Source, minor: Minor, reader: TrailReader<'_>) -> Vec<Trail> {
    let documents = yaml::parse_as(source, minor.yaml()).unwrap_or_default();
    let items = documents.first().and_then(|document| document.root().as_sequence()).unwrap_or_default();
    // An operation without a value says it all the same.
    items.iter().map(|item| reader.read(item.get("value").unwrap_or(item), &Shape::Free)).collect()
}

/// Applies operations to a text of exactly one document.
pub(super) fn apply(
    text: &str,
    steps: &[Step<'_>],
    reader: Option<TrailReader<'_>>,
    minor: Minor,
) -> Result<(String, Option<Trail>), Refused> {
    let source = Source::new("configuration", text);
    // `ghodss/yaml` reads with yaml.v2, as Kubernetes does.
    let documents = yaml::parse_as(&source, GoYaml::KUBERNETES)
        .map_err(|finding| PatchError::Configuration(vec![*finding]))?;
    let [document] = &*documents else { return Err(PatchError::JsonOnStream.into()) };
    let value = convert::from_yaml(document.root()).map_err(|cause| {
        PatchError::Json(format!("failure converting talos machine config to json: {cause}"))
    })?;
    if let Some(found) = not_patchable(&value) {
        let cause = format!("json: cannot unmarshal {found} into Go value of type jsonpatch.partialDoc");
        return Err(PatchError::Json(cause).into());
    }
    let trail = reader.map(|reader| reader.with_keys(convert::key).read(document.root(), &Shape::Free));
    let is_odd = steps.iter().any(|step| step.operation.written.is_some());
    let spelled = is_odd.then(|| spelling::spelled(&value));
    let mut edited = Edited { minor, value, trail, spelled };
    for step in steps {
        step.operation.apply(&mut edited, step.trail.as_ref()).map_err(|cause| {
            Refused::new(PatchError::Json(cause), At::Operation(step.index)).in_layer(step.layer)
        })?;
    }
    Ok((yaml::to_string(&convert::sorted(edited.value), &Layout::go_v2())?, edited.trail))
}

/// What Talos says about a value that is there, but spelled in another way, and why.
fn spelled_otherwise(path: &str) -> String {
    format!(
        "testing value {path} failed: test failed; the value is the same, but Talos compares how values are spelled in \
         JSON, where `<`, `>` and `&` are escaped and `1.50` is not `1.5`: the same patch written as YAML passes"
    )
}

/// Whether a value cannot be a document; nothing can.
fn is_single(value: &Value) -> bool {
    not_patchable(value).is_some()
}

/// What a document is that no operation can be applied to, not even none.
fn not_patchable(document: &Value) -> Option<&'static str> {
    match document {
        Value::Null | Value::Sequence(_) | Value::Mapping(_) => None,
        Value::Bool(_) => Some("bool"),
        Value::Int(_) | Value::UInt(_) | Value::Float(_) => Some("number"),
        Value::String(_) => Some("string"),
    }
}

impl Operation {
    /// The value as it is spelled.
    fn spelled(&self) -> Value {
        let by_go = || self.value.as_ref().map(spelling::spelled).unwrap_or_default();
        self.written.clone().unwrap_or_else(by_go)
    }

    fn apply(&self, document: &mut Edited, said: Option<&Trail>) -> Result<(), String> {
        let path = self.path.as_deref().unwrap_or_default();
        let no_path = || format!("{} operation does not apply: operation missing path field", self.name);
        match &*self.name {
            "add" | "replace" | "remove" | "test" | "move" | "copy" if self.path.is_none() => Err(no_path()),
            "add" => {
                let value = self.value.clone().unwrap_or_default();
                let spelled = document.spelled.is_some().then(|| self.spelled());
                document.add(&Pointer::parse(path, "add")?, value, said.cloned(), spelled)
            }
            "remove" => document.remove(&Pointer::parse(path, "remove")?).map(drop),
            "replace" if path.is_empty() && !self.has_value => Err(
                "replace operation does not apply: no value for the whole document; Talos crashes on that"
                    .to_owned(),
            ),
            "replace"
                if path.is_empty()
                    && self.value.as_ref().is_none_or(is_single)
                    && document.minor.ignores_scalars_for_documents() =>
            {
                Ok(())
            }
            "replace" if path.is_empty() && self.value.as_ref().is_none_or(is_single) => {
                Err("replace operation value must be object or array".to_owned())
            }
            "replace" => {
                let value = self.value.clone().unwrap_or_default();
                let pointer = Pointer::parse(path, "replace")?;
                let way = pointer.way(&document.value, 0);
                pointer.replace(&mut document.value, value)?;
                if let Some(spelled) = &mut document.spelled {
                    pointer.replace(spelled, self.spelled())?;
                }
                if let Some((trail, said)) = document.trail.as_mut().zip(said) {
                    trail.replace(&way, said.clone());
                }
                Ok(())
            }
            "test" => {
                let pointer = Pointer::parse(path, "test")?;
                pointer.test(&mut document.value, self.value.as_ref())?;
                let Some(spelled) = &mut document.spelled else { return Ok(()) };
                let wanted = self.value.as_ref().map(|_| self.spelled());
                pointer.test(spelled, wanted.as_ref()).map_err(|_| spelled_otherwise(path))
            }
            "move" => {
                let from = self.from.as_deref().ok_or("move operation does not apply: missing from field")?;
                let (value, trail, spelled) = document.remove(&Pointer::parse(from, "move")?)?;
                document.add(&Pointer::parse(path, "move")?, value, trail, spelled)
            }
            "copy" => {
                let from = self.from.as_deref().ok_or("copy operation does not apply: missing from field")?;
                let pointer = Pointer::parse(from, "copy")?;
                let way = pointer.way(&document.value, 0);
                let value = pointer.get(&mut document.value)?;
                let trail = document.trail.as_ref().and_then(|trail| trail.at(&way)).cloned();
                let spelled = document.spelled.as_mut().map(|spelled| pointer.get(spelled)).transpose()?;
                let spelled = spelled.as_ref().map(spelling::copied);
                document.add(&Pointer::parse(path, "copy")?, value, trail, spelled)
            }
            unknown => Err(format!("Unexpected kind: {unknown}")),
        }
    }
}

impl Edited {
    fn add(
        &mut self,
        pointer: &Pointer<'_>,
        value: Value,
        said: Option<Trail>,
        spelled: Option<Value>,
    ) -> Result<(), String> {
        let way = pointer.way(&self.value, 1);
        pointer.add(&mut self.value, value)?;
        if let Some((document, spelled)) = self.spelled.as_mut().zip(spelled) {
            pointer.add(document, spelled)?;
        }
        if let Some(trail) = &mut self.trail {
            trail.insert(&way, said.unwrap_or_default());
        }
        Ok(())
    }

    /// Takes a value away, with where it was said and how it is spelled.
    fn remove(&mut self, pointer: &Pointer<'_>) -> Result<(Value, Option<Trail>, Option<Value>), String> {
        let way = pointer.way(&self.value, 0);
        let value = pointer.remove(&mut self.value)?;
        let spelled = self.spelled.as_mut().map(|spelled| pointer.remove(spelled)).transpose()?;
        Ok((value, self.trail.as_mut().and_then(|trail| trail.remove(&way)), spelled))
    }
}

//! Lists of JSON operations (RFC 6902), with the deviations of the library that Talos uses
//! (`evanphx/json-patch` v5): `replace` adds a key that is not there, indices may count from the end.

mod convert;
mod pointer;

use manifest::yaml::{self, Layout, Reading};
use manifest::{Source, Value};

use self::pointer::Pointer;
use super::PatchError;
use crate::version::Minor;

/// One operation.
#[derive(Clone)]
pub(crate) struct Operation {
    name: String,
    path: Option<String>,
    from: Option<String>,
    /// Absent is not the same as nothing: only `add` takes it.
    value: Option<Value>,
}

/// Reads the first document as a list of operations; absent if it is none. What the operations are called is not
/// checked here. A document that says nothing is an empty list.
pub(super) fn load(source: &Source, minor: Minor) -> Option<Vec<Operation>> {
    let documents = yaml::parse(source).ok()?;
    let Some(document) = documents.first() else { return Some(Vec::new()) };
    if crate::model::is_null(document.root()) {
        return Some(Vec::new());
    }
    let items = document.root().as_sequence()?;
    let decoded = document.decode::<Value>(Reading::Go(minor.yaml()));
    let value = decoded.value.filter(|_| decoded.findings.is_empty())?;
    let values = value.as_sequence()?;
    items.iter().zip(values).map(|(_, value)| operation(value)).collect()
}

fn operation(value: &Value) -> Option<Operation> {
    let map = value.as_mapping()?;
    let text = |key: &str| map.get(key).and_then(Value::as_str).map(str::to_owned);
    let name = text("op").unwrap_or_else(|| "unknown".to_owned());
    Some(Operation { name, path: text("path"), from: text("from"), value: map.get("value").cloned() })
}

/// Applies operations to a text of exactly one document.
pub(super) fn apply(text: &str, operations: &[Operation]) -> Result<String, PatchError> {
    let source = Source::new("configuration", text);
    let documents = yaml::parse(&source).map_err(|finding| PatchError::Configuration(vec![*finding]))?;
    let [document] = &*documents else { return Err(PatchError::JsonOnStream) };
    let mut value = convert::from_yaml(document.root()).map_err(|cause| {
        PatchError::Json(format!("failure converting talos machine config to json: {cause}"))
    })?;
    for operation in operations {
        operation.apply(&mut value).map_err(PatchError::Json)?;
    }
    Ok(yaml::to_string(&convert::sorted(value), &Layout::kubernetes())?)
}

impl Operation {
    fn apply(&self, document: &mut Value) -> Result<(), String> {
        let path = self.path.as_deref().unwrap_or_default();
        let no_path = || format!("{} operation does not apply: operation missing path field", self.name);
        match &*self.name {
            "add" | "replace" | "remove" | "test" | "move" | "copy" if self.path.is_none() => Err(no_path()),
            "add" => Pointer::parse(path, "add")?.add(document, self.value.clone().unwrap_or_default()),
            "remove" => Pointer::parse(path, "remove")?.remove(document).map(drop),
            "replace" if path.is_empty() && self.value.is_none() => Err(
                "replace operation does not apply: no value for the whole document; Talos crashes on that"
                    .to_owned(),
            ),
            "replace" => {
                let value = self.value.clone().unwrap_or_default();
                Pointer::parse(path, "replace")?.replace(document, value)
            }
            "test" => {
                let wanted = self.value.clone().unwrap_or_default();
                Pointer::parse(path, "test")?.test(document, &wanted)
            }
            "move" => {
                let from = self.from.as_deref().ok_or("move operation does not apply: missing from field")?;
                let value = Pointer::parse(from, "move")?.remove(document)?;
                Pointer::parse(path, "move")?.add(document, value)
            }
            "copy" => {
                let from = self.from.as_deref().ok_or("copy operation does not apply: missing from field")?;
                let value = Pointer::parse(from, "copy")?.get(document)?.clone();
                Pointer::parse(path, "copy")?.add(document, value)
            }
            unknown => Err(format!("Unexpected kind: {unknown}")),
        }
    }
}

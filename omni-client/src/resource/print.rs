//! Resources as omnictl prints them, with every key.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use manifest::yaml::{self, GoYaml, Layout, WriteError};
use manifest::{Map, Value};

use super::{AnyResource, ConfigPatch, KubernetesManifestGroup, Metadata, Spec as _};

/// A resource as `omnictl get -o yaml` (four spaces a level) and `omnictl cluster template render` (two) print it:
/// all metadata keys in their order, labels and annotations as bare texts, and a spec with all its fields.
///
/// Times that nobody set are the year 1, as in Go. Fails on a spec that no YAML can hold.
pub fn print(resource: &AnyResource, indent: usize) -> Result<String, WriteError> {
    let step = " ".repeat(indent);
    let mut text = String::from("metadata:\n");
    metadata(resource.metadata(), &step, &mut text);
    let layout = Layout::go(GoYaml::V4Rc6).indent(indent);
    let spec = Value::Mapping(Map::from_iter([("spec", spec(resource)?)]));
    text.push_str(&yaml::to_string(&spec, &layout)?);
    Ok(text)
}

/// Several resources, with a line `---` between them. Fails as [`print()`] does.
pub fn print_all<'r>(
    resources: impl IntoIterator<Item = &'r AnyResource>,
    indent: usize,
) -> Result<String, WriteError> {
    let texts = resources.into_iter().map(|resource| print(resource, indent));
    Ok(texts.collect::<Result<Vec<_>, _>>()?.join("---\n"))
}

fn metadata(metadata: &Metadata, step: &str, text: &mut String) {
    const NEVER: &str = "0001-01-01T00:00:00Z";
    let never = |time: &Option<String>| time.clone().unwrap_or_else(|| NEVER.to_owned());
    let scalars = [
        ("namespace", metadata.namespace.clone()),
        ("type", metadata.resource_type.clone()),
        ("id", metadata.id.clone()),
        ("version", metadata.version.to_string()),
        ("owner", metadata.owner.clone()),
        ("phase", metadata.phase.to_string()),
        ("created", never(&metadata.created)),
        ("updated", never(&metadata.updated)),
    ];
    for (key, value) in &scalars {
        entry(step, key, value, text);
    }
    let mut mapping = |name: &str, entries: &BTreeMap<String, String>| {
        if !entries.is_empty() {
            // Writing to a string cannot fail, here and below.
            let _ = writeln!(text, "{step}{name}:");
            for (key, value) in entries {
                entry(&step.repeat(2), key, value, text);
            }
        }
    };
    mapping("labels", &metadata.labels);
    mapping("annotations", &metadata.annotations);
    if !metadata.finalizers.is_empty() {
        let _ = writeln!(text, "{step}finalizers:");
        for finalizer in &metadata.finalizers {
            let _ = writeln!(text, "{step}{step}- {}", bare(finalizer));
        }
    }
}

fn entry(indent: &str, key: &str, value: &str, text: &mut String) {
    let space = if value.is_empty() { "" } else { " " };
    let _ = writeln!(text, "{indent}{}:{space}{}", bare(key), bare(value));
}

/// A text without quotes and whatever it reads as, unless YAML would not take it for one plain scalar.
fn bare(text: &str) -> String {
    let first = text.chars().next();
    let second = text.chars().nth(1);
    let indicator = match first {
        Some('-' | '?' | ':') => second.is_none_or(char::is_whitespace),
        Some(c) => ",[]{}#&*!|>'\"%@`".contains(c),
        None => false,
    };
    let is_plain = !indicator
        && text.trim() == text
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.starts_with("---")
        && !text.starts_with("...")
        && !text.chars().any(char::is_control);
    if is_plain {
        return text.to_owned();
    }
    if text.chars().any(char::is_control) {
        // Escapes of JSON are escapes of YAML.
        return format!("{text:?}");
    }
    format!("'{}'", text.replace('\'', "''"))
}

/// The spec with the fields that are only written where they hold something.
fn spec(resource: &AnyResource) -> Result<Value, WriteError> {
    let spec = resource.spec_value()?;
    let Value::Mapping(mut map) = spec else { return Ok(spec) };
    let is_compressible =
        [ConfigPatch::TYPE, KubernetesManifestGroup::TYPE].contains(&&*resource.metadata().resource_type);
    if is_compressible && !map.contains_key("compresseddata") {
        let nothing = ("compresseddata".to_owned(), Value::Sequence(Vec::new()));
        let place = if matches!(resource, AnyResource::ConfigPatch(_)) { map.len() } else { 0 };
        let mut entries: Vec<_> = map.into_entries().collect();
        entries.insert(place, nothing);
        map = entries.into_iter().collect();
    }
    Ok(Value::Mapping(map))
}

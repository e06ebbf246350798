//! Resources on standard output, as `omnictl get` writes them.

use std::fmt::{Display, Write as _};
use std::str::FromStr;

use manifest::yaml::{self, Reading};
use manifest::{FieldPath, Source};
use omni_client::OmniVersion;
use omni_client::client::{Column, Definition};
use omni_client::resource::{self, AnyResource};
use serde::Serialize as _;
use serde_json::Value;
use serde_json::ser::{PrettyFormatter, Serializer};

use crate::failure::Failure;
use crate::jsonpath::JsonPath;
use crate::table::Table;
use crate::terminal;

/// The form of resources.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
    /// One JSON object each.
    Json,
    /// One line each, with the columns that the server names for the type.
    Table,
    /// One YAML document each.
    Yaml,
    /// What a template finds in the JSON of each, a line for each result.
    JsonPath(JsonPath),
}

impl FromStr for Form {
    type Err = String;

    /// As omnictl takes it, and refuses it.
    fn from_str(text: &str) -> Result<Self, String> {
        match (text, text.strip_prefix("jsonpath=")) {
            ("json", _) => Ok(Self::Json),
            ("table", _) => Ok(Self::Table),
            ("yaml", _) => Ok(Self::Yaml),
            (_, Some(template)) => {
                let parsed = JsonPath::parse(template);
                parsed.map(Self::JsonPath).map_err(|error| format!("error parsing jsonpath: {error}"))
            }
            _ => Err(format!("output format {text:?} is not supported")),
        }
    }
}

/// Writes resources as they come.
pub(super) struct Output {
    form: Form,
    with_events: bool,
    has_begun: bool,
    display_type: String,
    columns: Vec<Column>,
    table: Table,
}

impl Output {
    /// For resources of a type; of a watch, `with_events`.
    pub(super) fn new(form: Form, definition: &Definition, with_events: bool) -> Self {
        let fixed = ["NAMESPACE", "TYPE", "ID", "VERSION"].map(str::to_owned);
        let named = definition.columns.iter().map(|column| column.name.to_uppercase());
        let headings = with_events.then(|| "*".to_owned()).into_iter().chain(fixed).chain(named);
        Self {
            form,
            with_events,
            has_begun: false,
            display_type: definition.display_type.clone(),
            columns: definition.columns.clone(),
            table: Table::new(headings),
        }
    }

    /// Writes a resource; one that goes into a table waits there. Whether there still is a reader.
    pub(super) fn write(&mut self, resource: &AnyResource, event: &str) -> Result<bool, Failure> {
        match &self.form {
            Form::Table => {
                let line = self.line(resource, event)?;
                self.table.line(line);
                Ok(true)
            }
            Form::Yaml => {
                let dashes = if self.has_begun { "---\n" } else { "" };
                self.has_begun = true;
                let event = if self.with_events { format!("event: {event}\n") } else { String::new() };
                terminal::is_read(&format!("{dashes}{event}{}", printed(resource)?))
            }
            Form::Json => terminal::is_read(&json(&self.value(resource, event)?)?),
            Form::JsonPath(template) => {
                let found = template.find(&self.value(resource, event)?).map_err(|error| {
                    Failure::new(format!("error finding result for jsonpath: {error}"))
                        .help("`-o json` shows what there is to be found")
                })?;
                let lines = found.iter().map(|value| match value {
                    Value::String(text) => Ok(format!("{text}\n")),
                    other => json(other),
                });
                terminal::is_read(&lines.collect::<Result<String, _>>()?)
            }
        }
    }

    /// Writes what waits. Whether there still is a reader.
    pub(super) fn flush(&mut self) -> Result<bool, Failure> {
        match self.table.take() {
            text if text.is_empty() => Ok(true),
            text => terminal::is_read(&text),
        }
    }

    fn value(&self, resource: &AnyResource, event: &str) -> Result<Value, Failure> {
        let mut value = value(resource)?;
        if let (Some(object), true) = (value.as_object_mut(), self.with_events) {
            object.insert("event".to_owned(), event.into());
        }
        Ok(value)
    }

    fn line(&self, resource: &AnyResource, event: &str) -> Result<Vec<String>, Failure> {
        let metadata = resource.metadata();
        let sign = match event {
            "created" => "+",
            "destroyed" => "-",
            _ => "",
        };
        let spec = resource.spec_value().map_err(|error| unwritable(resource, &error))?;
        let fixed = [
            metadata.namespace.clone(),
            self.display_type.clone(),
            metadata.shown_id().to_owned(),
            metadata.version.to_string(),
        ];
        let named = self.columns.iter().map(|column| column.text(&spec));
        Ok(self.with_events.then(|| sign.to_owned()).into_iter().chain(fixed).chain(named).collect())
    }
}

/// A resource as YAML, indented as `omnictl get` indents it.
fn printed(resource: &AnyResource) -> Result<String, Failure> {
    resource::print(resource, 4).map_err(|error| unwritable(resource, &error))
}

/// omnictl makes JSON of its YAML: a label `true` comes out as a truth value.
fn value(resource: &AnyResource) -> Result<Value, Failure> {
    let source = Source::new("resource", printed(resource)?);
    let documents = yaml::parse_as(&source, OmniVersion::LATEST.yaml())
        .map_err(|finding| unwritable(resource, &finding.message))?;
    let read = documents
        .first()
        .and_then(|document| {
            let path = FieldPath::root();
            document
                .decode_at::<manifest::Value>(document.root(), &path, Reading::Go(OmniVersion::LATEST.yaml()))
                .value
        })
        .ok_or_else(|| unwritable(resource, &"it does not read back"))?;
    serde_json::to_value(&read).map_err(|error| unwritable(resource, &error))
}

/// As Go writes JSON: four spaces a level, and nothing in texts that a browser could take for markup.
fn json(value: &Value) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, PrettyFormatter::with_indent(b"    "));
    let failed = |error: &dyn Display| Failure::new(format!("cannot write a resource as JSON: {error}"));
    value.serialize(&mut serializer).map_err(|error| failed(&error))?;
    let text = String::from_utf8(bytes).map_err(|error| failed(&error))?;
    // All of these stand in texts only.
    let mut escaped = String::with_capacity(text.len() + 1);
    for c in text.chars() {
        match c {
            // Writing to a string cannot fail.
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => drop(write!(escaped, "\\u{:04x}", u32::from(c))),
            _ => escaped.push(c),
        }
    }
    escaped.push('\n');
    Ok(escaped)
}

fn unwritable(resource: &AnyResource, error: &dyn Display) -> Failure {
    Failure::new(format!("cannot write {} as YAML: {error}", resource.metadata()))
}

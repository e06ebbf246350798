//! CIL0003 type-refused.

use manifest::{Map, Rule, Severity, Value};

use crate::chart;
use crate::check::Subject;

/// Each value is of a type that the schema of this version has for it.
pub(super) static RULE: Rule = Rule {
    code: "CIL0003",
    name: "type-refused",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Each value is of a type that the schema of this version has for it.",
    why: "Some keys were given further types by later versions; the schema of an earlier one refuses the file.",
    bad: "\
encryption: {ztunnel: {updateStrategy: {rollingUpdate: {maxSurge: 10%}}}}
",
    good: "\
encryption: {ztunnel: {updateStrategy: {rollingUpdate: {maxSurge: 1}}}}
",
    source: "cilium/cilium, chart, values.schema.json",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    walk(subject, &subject.declared.clone(), "");
}

fn walk(subject: &mut Subject<'_>, tree: &Value, path: &str) {
    for (key, value) in tree.as_mapping().into_iter().flat_map(Map::iter) {
        let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        let Some(fact) = chart::fact(&path) else { continue };
        if fact.is_group() {
            walk(subject, value, &path);
        }
        let mut types: Vec<&str> = fact.types_in(subject.cilium).collect();
        // Null takes a value away before the schema looks, but for what Helm gives to every chart.
        let is_away = value.is_null() && path != "global";
        if types.is_empty() || is_away || types.iter().any(|name| takes(name, value)) {
            continue;
        }
        types.sort_by_key(|name| ORDER.iter().position(|other| other == name));
        let (found, wanted) = (kind(value), types.join(" or "));
        let found = if found == "integer" { "number" } else { found };
        let words = format!("at '/{}': got {found}, want {wanted}", path.replace('.', "/"));
        let message = format!("`{path}` is of type {found}; the chart of {} wants {wanted}", subject.cilium);
        subject
            .report(&RULE, &path, message)
            .upstream(words)
            .help_with("write it in the type that this version takes");
    }
}

fn takes(name: &str, value: &Value) -> bool {
    // A closed list of words is a type of the model.
    name == "any"
        || name.starts_with("enum:")
        || name == kind(value)
        || name == "number" && kind(value) == "integer"
}

/// The type of a value in the words of JSON schemas.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Int(_) | Value::UInt(_) => "integer",
        Value::Float(number) if number.fract() == 0.0 => "integer",
        Value::Float(_) => "number",
        Value::String(_) => "string",
        Value::Sequence(_) => "array",
        Value::Mapping(_) => "object",
    }
}

/// The order in which Helm names types.
const ORDER: [&str; 7] = ["null", "boolean", "number", "integer", "string", "array", "object"];

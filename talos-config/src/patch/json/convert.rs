//! From YAML to JSON as `ghodss/yaml` does it on the way to a JSON patch, by the scalars of YAML 1.1.

use manifest::yaml::{Entry, Kind, Node, Resolved, Scalar, legacy_bool, natural_cmp_v2, resolve, rfc3339};
use manifest::{Map, Value, base64};

use crate::model::Aliases;

/// The value of a document. `yes`, `on` and their kin are booleans, numbers of all bases are decimal, keys become
/// texts; of two equal keys the last one counts.
pub(super) fn from_yaml(node: &Node) -> Result<Value, String> {
    Converter::default().value(node)
}

#[derive(Default)]
struct Converter {
    aliases: Aliases,
}

impl Converter {
    fn value(&mut self, node: &Node) -> Result<Value, String> {
        let Kind::Alias(target) = &node.kind else { return self.counted(node) };
        // An anchor is not yet an alias.
        if target.span == node.span {
            return self.counted(target);
        }
        self.aliases.enter();
        let value = self.counted(target);
        self.aliases.leave();
        value
    }

    fn counted(&mut self, node: &Node) -> Result<Value, String> {
        if self.aliases.count() {
            return Err("yaml: document contains excessive aliasing".to_owned());
        }
        Ok(match &node.kind {
            Kind::Scalar(scalar) => finite(scalar_value(scalar, node.tag.as_deref())?)?,
            Kind::Sequence(items) => {
                Value::Sequence(items.iter().map(|item| self.value(item)).collect::<Result<_, _>>()?)
            }
            Kind::Mapping(entries) => self.mapping(entries)?,
            Kind::Alias(target) => return self.counted(target),
        })
    }

    /// The text of a key, which may be a number that no value may be.
    fn key(&mut self, node: &Node) -> Result<String, String> {
        let target = node.target();
        match &target.kind {
            Kind::Scalar(scalar) => key_text(&scalar_value(scalar, target.tag.as_deref())?),
            _ => key_text(&self.value(node)?),
        }
    }

    fn mapping(&mut self, entries: &[Entry]) -> Result<Value, String> {
        let is_merge = |entry: &&Entry| entry.key.as_text() == Some("<<");
        let mut map = Map::new();
        for entry in entries.iter().filter(is_merge) {
            // Of several sources the first one counts.
            for source in entry.value.as_sequence().unwrap_or(std::slice::from_ref(&entry.value)).iter().rev()
            {
                if let Value::Mapping(merged) = self.value(source)? {
                    map.extend(merged.into_entries());
                }
            }
        }
        for entry in entries.iter().filter(|entry| !is_merge(entry)) {
            map.insert(self.key(&entry.key)?, self.value(&entry.value)?);
        }
        Ok(Value::Mapping(map))
    }
}

/// The value of a scalar. A tag of a type asks for that type, of quoted texts, too; any other tag makes a text of anything.
fn scalar_value(scalar: &Scalar, tag: Option<&str>) -> Result<Value, String> {
    /// Tags of types that are no texts.
    const TYPES: [&str; 5] = ["bool", "int", "float", "null", "timestamp"];

    let text = &*scalar.text;
    let Some(tag) = tag else {
        let value = if scalar.is_plain() { typed(text).1 } else { text.into() };
        return Ok(value);
    };
    match tag.strip_prefix("tag:yaml.org,2002:") {
        Some("binary") => match base64::decode(text) {
            Some(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned().into()),
            None => Err("yaml: !!binary value contains invalid base64 data".to_owned()),
        },
        Some(wanted) if TYPES.contains(&wanted) => {
            let (name, value) = typed(text);
            let is_wanted = name == wanted || (name, wanted) == ("int", "float");
            is_wanted
                .then_some(value)
                .ok_or_else(|| format!("yaml: cannot decode !!{name} `{text}` as a !!{wanted}"))
        }
        _ => Ok(text.into()),
    }
}

/// What a text without quotes is: the name of its type and its value.
fn typed(text: &str) -> (&'static str, Value) {
    if let Some(word) = legacy_bool(text) {
        return ("bool", Value::Bool(word));
    }
    match resolve(text) {
        Resolved::Null => ("null", Value::Null),
        Resolved::Bool(value) => ("bool", Value::Bool(value)),
        Resolved::Int(number) => ("int", Value::Int(number)),
        Resolved::UInt(number) => ("int", Value::UInt(number)),
        Resolved::Float(number) => ("float", whole(number)),
        Resolved::Timestamp => ("timestamp", text.into()),
        Resolved::Merge => ("merge", text.into()),
        Resolved::String => ("str", text.into()),
    }
}

/// JSON has no infinities, and nothing that is not a number.
fn finite(value: Value) -> Result<Value, String> {
    match value {
        Value::Float(number) if !number.is_finite() => {
            let name = if number.is_nan() {
                "NaN"
            } else if number > 0.0 {
                "+Inf"
            } else {
                "-Inf"
            };
            Err(format!("json: unsupported value: {name}"))
        }
        value => Ok(value),
    }
}

/// JSON knows no difference between `1.0` and `1`, and writes numbers with all their digits up to 21.
fn whole(number: f64) -> Value {
    let digits = if number.fract() == 0.0 { number.to_string() } else { String::new() };
    let int = || digits.parse().map(Value::Int);
    int().or_else(|_| digits.parse().map(Value::UInt)).unwrap_or(Value::Float(number))
}

/// A value of a patch as JSON has it. A date in YAML is a point in time to Go, and written as one.
pub(super) fn to_json(node: &Node, value: Value) -> Result<Value, String> {
    let target = node.target();
    Ok(match (&target.kind, value) {
        (Kind::Scalar(scalar), Value::String(text)) => {
            let is_date = scalar.is_plain() && target.tag.is_none() && resolve(&text) == Resolved::Timestamp;
            Value::String(rfc3339(&text).filter(|_| is_date).unwrap_or(text))
        }
        (_, Value::Float(number)) if number.is_finite() => whole(number),
        (Kind::Sequence(nodes), Value::Sequence(items)) => {
            let items = nodes.iter().zip(items).map(|(node, item)| to_json(node, item));
            Value::Sequence(items.collect::<Result<_, _>>()?)
        }
        (Kind::Mapping(_), Value::Mapping(map)) => {
            let entries = map.into_entries().map(|(key, value)| {
                let value = match target.get(&key) {
                    Some(node) => to_json(node, value)?,
                    // What a merge key brings.
                    None => value,
                };
                Ok::<_, String>((key, value))
            });
            Value::Mapping(entries.collect::<Result<_, _>>()?)
        }
        (_, value) => finite(value)?,
    })
}

/// The text of a key; empty where there is none.
pub(super) fn key(node: &Node) -> String {
    Converter::default().key(node).unwrap_or_default()
}

fn key_text(key: &Value) -> Result<String, String> {
    Ok(match key {
        Value::String(text) => text.clone(),
        Value::Bool(value) => value.to_string(),
        Value::Int(number) => number.to_string(),
        Value::UInt(number) => number.to_string(),
        Value::Float(number) if number.is_nan() => ".nan".to_owned(),
        Value::Float(number) if number.is_infinite() => {
            if *number > 0.0 { ".inf" } else { "-.inf" }.to_owned()
        }
        Value::Float(number) => number.to_string(),
        Value::Null | Value::Sequence(_) | Value::Mapping(_) => {
            return Err("the key of a mapping is neither a text nor a number".to_owned());
        }
    })
}

/// The value with all keys in the order in which the library writes them.
pub(super) fn sorted(value: Value) -> Value {
    match value {
        Value::Mapping(map) => {
            let mut map: Map = map.into_entries().map(|(key, value)| (key, sorted(value))).collect();
            map.sort_keys_by(natural_cmp_v2);
            Value::Mapping(map)
        }
        Value::Sequence(items) => Value::Sequence(items.into_iter().map(sorted).collect()),
        other => other,
    }
}

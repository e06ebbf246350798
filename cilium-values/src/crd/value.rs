//! Validation of a value by a schema.

use std::fmt::Write as _;
use std::net::Ipv4Addr;

use ipnet::IpNet;
use manifest::{FieldPath, Finding, Map, Place, Segment, Value, suggest};

use super::schema::{Schema, Schemas};
use super::{cel, rules};

/// A validation under way.
pub(super) struct Validator<'s> {
    schemas: &'s Schemas,
    path: FieldPath,
    /// Off within `oneOf` and its like, where properties say nothing about which there are.
    prunes: bool,
    pub(super) findings: Vec<Finding>,
}

impl<'s> Validator<'s> {
    pub(super) fn new(schemas: &'s Schemas) -> Self {
        Self { schemas, path: FieldPath::root(), prunes: true, findings: Vec::new() }
    }

    /// Validates a whole object; what every object has is not the schema's.
    pub(super) fn object(&mut self, number: usize, object: &Value) {
        let mut object = object.clone();
        if let Value::Mapping(map) = &mut object {
            map.retain(|key, _| !matches!(key, "apiVersion" | "kind" | "metadata"));
        }
        let schema = self.schemas.get(number);
        // The three are there, or the object would not have come here.
        for key in schema.required.iter().filter(|key| *key != "metadata") {
            if object.get(key).is_none() {
                self.refuse(format!("`{key}` is missing"));
            }
        }
        if let Value::Mapping(map) = &object {
            self.mapping(schema, map);
        }
        self.rules(schema, &object);
    }

    fn value(&mut self, number: usize, value: &Value) {
        let schema = self.schemas.get(number);
        if let Some(expected) = wrong_type(schema, value) {
            self.refuse(format!("it must be {expected}, and is {}", name_of(value)));
            return;
        }
        match value {
            Value::Mapping(map) => {
                for key in schema.required.iter().filter(|key| !map.contains_key(key)) {
                    self.refuse(format!("`{key}` is missing"));
                }
                let bounds = (schema.min_properties, schema.max_properties);
                self.size(map.len(), bounds, "keys");
                self.mapping(schema, map);
            }
            Value::Sequence(items) => self.sequence(schema, items),
            Value::String(text) => self.text(schema, text),
            Value::Int(_) | Value::UInt(_) | Value::Float(_) => self.number(schema, value),
            Value::Null | Value::Bool(_) => {}
        }
        if !schema.enum_.is_empty() && !schema.enum_.contains(value) {
            let words: Vec<String> = schema.enum_.iter().map(shown).collect();
            self.refuse(format!("{} is none of {}", shown(value), words.join(", ")));
        }
        self.combinations(schema, value);
        self.rules(schema, value);
    }

    fn mapping(&mut self, schema: &Schema, map: &Map) {
        for (key, value) in map.iter() {
            let child = schema.properties.get(key).copied().or(schema.additional_properties);
            self.path.push(Segment::Key(key.to_owned()));
            match child {
                Some(child) => self.value(child, value),
                None if schema.preserves_unknown || !self.prunes => {}
                None => self.prune(schema, key),
            }
            self.path.pop();
        }
    }

    fn prune(&mut self, schema: &Schema, key: &str) {
        let message = format!("the API server drops `{key}` without a word: there is no such field here");
        let finding = Finding::new(&rules::FIELD_PRUNED, Place::key(self.path.clone()), message);
        let near = suggest(key, schema.properties.keys().map(String::as_str));
        self.findings.push(match near {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help("remove it, or move it to where it belongs"),
        });
    }

    fn sequence(&mut self, schema: &Schema, items: &[Value]) {
        self.size(items.len(), (schema.min_items, schema.max_items), "items");
        for (index, item) in items.iter().enumerate() {
            self.path.push(Segment::Index(index));
            if let Some(child) = schema.items {
                self.value(child, item);
            }
            let is_twice = |other: &Value| match schema.list_type.as_deref() {
                Some("set") => other == item,
                Some("map") => schema.list_keys.iter().all(|key| other.get(key) == item.get(key)),
                _ => false,
            };
            if items.iter().take(index).any(is_twice) {
                self.refuse("it is there twice".to_owned());
            }
            self.path.pop();
        }
    }

    fn text(&mut self, schema: &Schema, text: &str) {
        self.size(text.chars().count(), (schema.min_length, schema.max_length), "characters");
        if !schema.matches(text) {
            self.refuse(format!("`{text}` does not match {}", schema.pattern.as_deref().unwrap_or_default()));
        }
        let wrong = match schema.format.as_deref() {
            Some("cidr") if text.parse::<IpNet>().is_err() => "a network such as 10.0.0.0/8",
            Some("ipv4") if text.parse::<Ipv4Addr>().is_err() => "an IPv4 address",
            Some("date-time") if !is_date_time(text) => "a time such as 2026-01-31T12:00:00Z",
            _ => return,
        };
        self.refuse(format!("`{text}` is not {wrong}"));
    }

    fn number(&mut self, schema: &Schema, value: &Value) {
        #[expect(clippy::cast_precision_loss, reason = "the bounds of schemas are floats themselves")]
        let number = match value {
            Value::Int(number) => *number as f64,
            Value::UInt(number) => *number as f64,
            Value::Float(number) => *number,
            _ => return,
        };
        if let Some(least) = schema.minimum.filter(|least| number < *least) {
            self.refuse(format!("{number} is below {least}"));
        }
        if let Some(most) = schema.maximum.filter(|most| number > *most) {
            self.refuse(format!("{number} is above {most}"));
        }
    }

    fn size(&mut self, size: usize, bounds: (Option<usize>, Option<usize>), what: &str) {
        let mut wanted = String::new();
        match bounds {
            // Writing to a text cannot fail.
            (Some(least), _) if size < least => drop(write!(wanted, "at least {least}")),
            (_, Some(most)) if size > most => drop(write!(wanted, "at most {most}")),
            _ => return,
        }
        self.refuse(format!("it has {size} {what}, and must have {wanted}"));
    }

    /// `oneOf`, `anyOf`, `allOf` and `not`.
    fn combinations(&mut self, schema: &Schema, value: &Value) {
        let fits = |numbers: &[usize]| numbers.iter().filter(|number| self.fits(**number, value)).count();
        let (one, any, all) = (fits(&schema.one_of), fits(&schema.any_of), fits(&schema.all_of));
        let is_excluded = schema.not.is_some_and(|number| self.fits(number, value));
        let choices = |numbers: &[usize]| {
            let sets = numbers.iter().map(|number| self.schemas.get(*number).required.join(" and "));
            sets.filter(|set| !set.is_empty()).collect::<Vec<_>>().join(", ")
        };
        let message = if !schema.one_of.is_empty() && one != 1 {
            let choices = choices(&schema.one_of);
            match one {
                0 => format!("it is none of the forms that there are: {choices}"),
                _ => format!("it has several of {choices}, which exclude each other"),
            }
        } else if !schema.any_of.is_empty() && any == 0 {
            format!("it is none of the forms that there are: {}", choices(&schema.any_of))
        } else if all != schema.all_of.len() || is_excluded {
            "it is of a form that is excluded".to_owned()
        } else {
            return;
        };
        self.refuse(message);
    }

    /// Whether a value fits a schema, without a word about why not.
    fn fits(&self, number: usize, value: &Value) -> bool {
        let mut inner =
            Validator { schemas: self.schemas, path: FieldPath::root(), prunes: false, findings: Vec::new() };
        inner.value(number, value);
        inner.findings.is_empty()
    }

    fn rules(&mut self, schema: &Schema, value: &Value) {
        for validation in &schema.validations {
            if cel::holds(&validation.rule, value) == Some(false) {
                self.refuse(validation.message.clone());
            }
        }
    }

    fn refuse(&mut self, message: String) {
        let path = self.path.clone();
        let message = if path.is_root() { message } else { format!("`{path}`: {message}") };
        self.findings.push(Finding::new(&rules::OBJECT_REFUSED, Place::value(path), message));
    }
}

/// Whether a text has the form of a time in RFC 3339; that the day exists is not looked at.
fn is_date_time(text: &str) -> bool {
    let form: String =
        text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c.to_ascii_uppercase() }).collect();
    let Some(behind) = form.strip_prefix("0000-00-00T00:00:00") else { return false };
    let zone = match behind.strip_prefix('.') {
        Some(fraction) if fraction.starts_with('0') => fraction.trim_start_matches('0'),
        Some(_) => return false,
        None => behind,
    };
    matches!(zone, "Z" | "+00:00" | "-00:00")
}

/// What a value must be, if it is something else.
fn wrong_type(schema: &Schema, value: &Value) -> Option<&'static str> {
    let is_whole = match value {
        Value::Int(_) | Value::UInt(_) => true,
        Value::Float(number) => number.fract() == 0.0,
        _ => false,
    };
    if schema.is_int_or_string {
        return (!is_whole && value.as_str().is_none()).then_some("a whole number or a text");
    }
    let (is_right, name) = match schema.type_.as_deref()? {
        "string" => (value.as_str().is_some(), "a text"),
        "boolean" => (value.as_bool().is_some(), "true or false"),
        "integer" => (is_whole, "a whole number"),
        "number" => (is_whole || matches!(value, Value::Float(_)), "a number"),
        "array" => (value.as_sequence().is_some(), "a list"),
        _ => (value.as_mapping().is_some(), "a mapping"),
    };
    (!is_right).then_some(name)
}

fn name_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Int(_) | Value::UInt(_) | Value::Float(_) => "a number",
        Value::String(_) => "a text",
        Value::Sequence(_) => "a list",
        Value::Mapping(_) => "a mapping",
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => format!("`{text}`"),
        Value::Int(number) => number.to_string(),
        Value::Bool(value) => value.to_string(),
        other => name_of(other).to_owned(),
    }
}

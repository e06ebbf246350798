//! Validation of a value by a schema.

use std::net::Ipv4Addr;

use ipnet::IpNet;
use manifest::calendar::days_in_month;
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
        let schema = self.schemas.get(number);
        for key in schema.required.iter().filter(|key| object.get(key).is_none()) {
            self.missing(key);
        }
        let mut object = object.clone();
        if let Value::Mapping(map) = &mut object {
            map.retain(|key, _| !matches!(key, "apiVersion" | "kind" | "metadata"));
        }
        if let Value::Mapping(map) = &object {
            self.mapping(schema, map);
        }
        self.rules(schema, &object);
    }

    fn value(&mut self, number: usize, value: &Value) {
        let schema = self.schemas.get(number);
        if let Some(expected) = wrong_type(schema, value) {
            let (type_, found) = match format_of(schema) {
                Some(format) if *value != Value::Null => (format, go_format_of(value)),
                _ => (schema.type_.as_deref().unwrap_or("integer,string"), type_of(value)),
            };
            let words = format!("{} must be of type {type_}: \"{found}\"", self.body());
            self.refuse(format!("it must be {expected}, and is {}", name_of(value)), words);
            self.help(quoting(schema, value));
            return;
        }
        match value {
            Value::Mapping(map) => {
                for key in schema.required.iter().filter(|key| !map.contains_key(key)) {
                    self.missing(key);
                }
                let bounds = (schema.min_properties, schema.max_properties);
                self.size(map.len(), bounds, &KEYS);
                self.mapping(schema, map);
            }
            Value::Sequence(items) => self.sequence(schema, items),
            Value::String(text) => self.text(schema, text),
            Value::Int(_) | Value::UInt(_) | Value::Float(_) => self.number(schema, value),
            Value::Null | Value::Bool(_) => {}
        }
        if !schema.enum_.is_empty() && !schema.enum_.contains(value) {
            let words: Vec<String> = schema.enum_.iter().map(shown).collect();
            let quoted: Vec<String> = schema.enum_.iter().map(quoted).collect();
            self.refuse(
                format!("{} is none of {}", shown(value), words.join(", ")),
                format!("supported values: {}", quoted.join(", ")),
            );
            let near =
                suggest(value.as_str().unwrap_or_default(), schema.enum_.iter().filter_map(Value::as_str));
            self.help(near.map(|near| format!("did you mean `{near}`?")));
        }
        self.combinations(schema, value);
        self.rules(schema, value);
    }

    fn mapping(&mut self, schema: &Schema, map: &Map) {
        for (key, value) in map.iter() {
            let child = schema.properties.get(key).copied().or(schema.additional_properties);
            self.path.push(Segment::Key(key.into()));
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
        self.size(items.len(), (schema.min_items, schema.max_items), &ITEMS);
        // Where one item has no keys, those of the others are not compared.
        let is_keyed = items.iter().all(|item| item.is_null() || item.as_mapping().is_some());
        for (index, item) in items.iter().enumerate() {
            self.path.push(Segment::Index(index));
            if let Some(child) = schema.items {
                self.value(child, item);
            }
            let is_twice = |other: &&Value| match schema.list_type.as_deref() {
                Some("set") => *other == item,
                Some("map") if is_keyed => schema.list_keys.iter().all(|key| other.get(key) == item.get(key)),
                _ => false,
            };
            // The third of its like is not told.
            if items.iter().take(index).filter(is_twice).count() == 1 {
                self.refuse("it is there twice".to_owned(), "Duplicate value".to_owned());
            }
            self.path.pop();
        }
    }

    fn text(&mut self, schema: &Schema, text: &str) {
        let fits = self.size(text.chars().count(), (schema.min_length, schema.max_length), &CHARACTERS);
        // Of a text that is too short or too long the server does not say what else it is not.
        if fits && !schema.matches(text) {
            let pattern = schema.pattern.as_deref().unwrap_or_default();
            let words = format!("{} should match '{pattern}'", self.body());
            self.refuse(format!("`{text}` does not match {pattern}"), words);
        }
        let format = format_of(schema);
        let wrong = match format {
            Some("cidr") if without_zeros(text).parse::<IpNet>().is_err() => "a network such as 10.0.0.0/8",
            Some("ipv4") if without_zeros(text).parse::<Ipv4Addr>().is_err() => "an IPv4 address",
            Some("date-time") if !is_date_time(text) => "a time such as 2026-01-31T12:00:00Z",
            _ => return,
        };
        let words = format!("{} must be of type {}: {text:?}", self.body(), format.unwrap_or_default());
        self.refuse(format!("`{text}` is not {wrong}"), words);
    }

    fn number(&mut self, schema: &Schema, value: &Value) {
        #[expect(clippy::cast_precision_loss, reason = "the bounds of schemas are floats themselves")]
        let (number, is_whole) = match value {
            Value::Int(number) => (*number as f64, true),
            Value::UInt(number) => (*number as f64, false),
            Value::Float(number) => (*number, false),
            _ => return,
        };
        let words = |bound: f64| if is_whole { bound.to_string() } else { in_go(bound) };
        if let Some(least) = schema.minimum.filter(|least| number < *least) {
            let words = format!("{} should be greater than or equal to {}", self.body(), words(least));
            self.refuse(format!("{number} is below {least}"), words);
        }
        if let Some(most) = schema.maximum.filter(|most| number > *most) {
            let words = format!("{} should be less than or equal to {}", self.body(), words(most));
            self.refuse(format!("{number} is above {most}"), words);
        }
    }

    /// Whether so many are within the bounds.
    fn size(&mut self, size: usize, bounds: (Option<usize>, Option<usize>), unit: &Unit) -> bool {
        let (wanted, words) = match bounds {
            (Some(least), _) if size < least => {
                let (before, behind) = unit.too_few;
                (format!("at least {least}"), format!("{} {before} {least} {behind}", self.body()))
            }
            (_, Some(most)) if size > most => {
                let (before, behind) = unit.too_many;
                (format!("at most {most}"), format!("{before} {most} {behind}"))
            }
            _ => return true,
        };
        self.refuse(format!("it has {size} {}, and must have {wanted}", unit.name), words);
        false
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
        let problems = [
            (!schema.one_of.is_empty() && one != 1).then(|| {
                let choices = choices(&schema.one_of);
                let (message, found) = match one {
                    0 => (
                        format!("it is none of the forms that there are: {choices}"),
                        "none valid".to_owned(),
                    ),
                    _ => (
                        format!("it has several of {choices}, which exclude each other"),
                        format!("{one} valid alternatives"),
                    ),
                };
                (message, format!("must validate one and only one schema (oneOf). Found {found}"))
            }),
            (!schema.any_of.is_empty() && any == 0).then(|| {
                let message = format!("it is none of the forms that there are: {}", choices(&schema.any_of));
                (message, "must validate at least one schema (anyOf)".to_owned())
            }),
            (all != schema.all_of.len()).then(|| {
                let none = if all == 0 { ". None validated" } else { "" };
                let message = "it is not of all the forms that it must have".to_owned();
                (message, format!("must validate all the schemas (allOf){none}"))
            }),
            is_excluded.then(|| {
                let message = "it is of a form that is excluded".to_owned();
                (message, "must not validate the schema (not)".to_owned())
            }),
        ];
        for (message, words) in problems.into_iter().flatten() {
            let words = format!("\"{}\" {words}", self.address());
            self.refuse(message, words);
        }
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
                self.refuse(validation.message.clone(), validation.message.clone());
            }
        }
    }

    fn missing(&mut self, key: &str) {
        self.path.push(Segment::Key(key.into()));
        self.refuse("it is missing".to_owned(), "Required value".to_owned());
        self.path.pop();
    }

    /// Refuses the value at hand: why, and in the words of the server.
    fn refuse(&mut self, message: String, words: String) {
        let path = self.path.clone();
        let message = if path.is_root() { message } else { format!("`{path}`: {message}") };
        self.findings.push(Finding::new(&rules::OBJECT_REFUSED, Place::value(path), message).upstream(words));
    }

    /// Says what to do about what was refused last, where that is known.
    fn help(&mut self, help: Option<String>) {
        if let Some(finding) = self.findings.last_mut() {
            finding.help = help;
        }
    }

    /// The path at hand as the server writes it.
    fn address(&self) -> String {
        let mut text = String::new();
        for segment in self.path.segments() {
            match segment {
                Segment::Key(key) if text.is_empty() => text.push_str(key),
                Segment::Key(key) => text.extend([".", key]),
                Segment::Index(index) => text.extend(["[", &index.to_string(), "]"]),
            }
        }
        text
    }

    /// How the server begins what it says about the value at hand.
    fn body(&self) -> String {
        format!("{} in body", self.address())
    }
}

/// An address or network without leading zeros in its numbers, which the server passes over, however many they are.
fn without_zeros(text: &str) -> String {
    let (address, length) =
        text.split_once('/').map_or((text, None), |(address, length)| (address, Some(length)));
    let short = |part: &str| match part.trim_start_matches('0') {
        "" if !part.is_empty() => "0".to_owned(),
        rest => rest.to_owned(),
    };
    let group = |group: &str| group.split('.').map(short).collect::<Vec<_>>().join(".");
    let address = address.split(':').map(group).collect::<Vec<_>>().join(":");
    length.map_or_else(|| address.clone(), |length| format!("{address}/{}", short(length)))
}

/// Whether a text is a time to the server: RFC 3339 with any character before the fraction of a second, and with
/// whatever stands behind a second `T` (`kube-openapi`, `strfmt/time.go`).
fn is_date_time(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let mut parts = text.split('t');
    let (Some(date), Some(time)) = (parts.next(), parts.next()) else { return false };
    let form: String = time.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let zones = ["z", "+00:00", "-00:00"];
    let fraction = form
        .strip_prefix("00:00:00")
        .and_then(|behind| zones.iter().find_map(|zone| behind.strip_suffix(zone)));
    let Some(fraction) = fraction else { return false };
    let mut digits = fraction.chars();
    let is_fraction = match digits.next() {
        None => true,
        Some(point) => point != '\n' && !digits.as_str().is_empty() && digits.all(|digit| digit == '0'),
    };
    let is_in_day = time.get(..2).is_some_and(|hour| hour <= "23")
        && time.get(3..5).is_some_and(|minute| minute <= "59")
        && time.get(6..8).is_some_and(|second| second <= "59");
    is_date(date) && is_in_day && is_fraction
}

fn is_date(text: &str) -> bool {
    let is_form = text.len() == 10
        && text
            .char_indices()
            .all(|(index, c)| if matches!(index, 4 | 7) { c == '-' } else { c.is_ascii_digit() });
    let number = |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<u32>().ok());
    let (Some(year), Some(month), Some(day)) = (number(0..4), number(5..7), number(8..10)) else {
        return false;
    };
    is_form && days_in_month(year, month).is_some_and(|days| (1..=days).contains(&day))
}

/// What a value must be, if it is something else.
fn wrong_type(schema: &Schema, value: &Value) -> Option<&'static str> {
    let is_whole = matches!(value, Value::Int(_));
    if schema.is_int_or_string {
        return (!is_whole && value.as_str().is_none()).then_some("a whole number or a text");
    }
    let (is_right, name) = match schema.type_.as_deref()? {
        // Of a text with a format the server takes a list for one, without a word.
        "string" if value.as_sequence().is_some() => (format_of(schema).is_some(), "a text"),
        "string" => (value.as_str().is_some(), "a text"),
        "boolean" => (value.as_bool().is_some(), "true or false"),
        "integer" => (is_whole, "a whole number"),
        "number" => (is_whole || matches!(value, Value::UInt(_) | Value::Float(_)), "a number"),
        "array" => (value.as_sequence().is_some(), "a list"),
        _ => (value.as_mapping().is_some(), "a mapping"),
    };
    (!is_right).then_some(name)
}

/// What quotes have to do with a wrong type, if anything.
fn quoting(schema: &Schema, value: &Value) -> Option<String> {
    match (schema.type_.as_deref()?, value) {
        ("string", Value::Int(number)) => Some(format!("put it in quotes: `\"{number}\"`")),
        ("string", Value::Bool(_)) => Some(
            "put it in quotes: without them `y`, `n`, `yes`, `no`, `on` and `off` are booleans, too"
                .to_owned(),
        ),
        ("string", Value::UInt(_) | Value::Float(_)) => Some("put it in quotes".to_owned()),
        ("integer", Value::String(text)) => {
            text.parse::<i64>().is_ok().then(|| format!("write it without quotes: `{text}`"))
        }
        ("boolean", Value::String(text)) => {
            text.parse::<bool>().is_ok().then(|| format!("write it without quotes: `{text}`"))
        }
        _ => None,
    }
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

/// A bound as Go writes it: from a million on with an exponent.
fn in_go(bound: f64) -> String {
    if bound.abs() < 1e6 {
        return bound.to_string();
    }
    let text = format!("{bound:e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    format!("{digits}e+{exponent:0>2}")
}

/// The type of a value in the server's words.
fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Int(_) => "integer",
        Value::UInt(_) | Value::Float(_) => "number",
        Value::String(_) => "string",
        Value::Sequence(_) => "array",
        Value::Mapping(_) => "object",
    }
}

/// The format of a value in the server's words, which it has in mind for numbers only.
fn go_format_of(value: &Value) -> &'static str {
    match value {
        Value::Int(_) => "int64",
        Value::UInt(_) | Value::Float(_) => "float64",
        _ => "",
    }
}

/// The format of a text, if it is one that the server knows (`apiextensions-apiserver`, `validation/formats.go`).
fn format_of(schema: &Schema) -> Option<&str> {
    schema.format.as_deref().filter(|format| matches!(*format, "cidr" | "ipv4" | "date-time"))
}

/// What is counted, and how the server says that there are too few or too many: what stands before the bound and behind.
struct Unit {
    name: &'static str,
    too_few: (&'static str, &'static str),
    too_many: (&'static str, &'static str),
}

const KEYS: Unit = Unit {
    name: "keys",
    too_few: ("should have at least", "properties"),
    too_many: ("must have at most", "items"),
};
const ITEMS: Unit = Unit {
    name: "items",
    too_few: ("should have at least", "items"),
    too_many: ("must have at most", "items"),
};
const CHARACTERS: Unit = Unit {
    name: "characters",
    too_few: ("should be at least", "chars long"),
    too_many: ("may not be more than", "bytes"),
};

fn quoted(value: &Value) -> String {
    value.as_str().map_or_else(|| shown(value), |text| format!("{text:?}"))
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => format!("`{text}`"),
        Value::Int(number) => number.to_string(),
        Value::Bool(value) => value.to_string(),
        other => name_of(other).to_owned(),
    }
}

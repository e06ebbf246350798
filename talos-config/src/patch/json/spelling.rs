//! How the values of a JSON patch are spelled. The library that applies it (`evanphx/json-patch`) keeps every value as the
//! source text that it was read from and compares those for `test`, so that `1.50` is not `1.5`, and `"<"` not `"\u003c"`.

use std::fmt::Write as _;

use manifest::Value;
use manifest::yaml::{Entry, Kind, Node};

/// A value with each text and number as Go's encoder spells it, which has spelled what stands in the configuration.
pub(super) fn spelled(value: &Value) -> Value {
    each(value, &|leaf| spelling(leaf).map_or_else(|| leaf.clone(), Value::String))
}

/// A value with each text and number as it is spelled in the source that it was read from.
pub(super) fn as_written(source: &str, node: &Node, value: &Value) -> Value {
    match (&node.kind, value) {
        (Kind::Sequence(nodes), Value::Sequence(items)) => {
            let items = nodes.iter().zip(items);
            Value::Sequence(items.map(|(node, item)| as_written(source, node, item)).collect())
        }
        (Kind::Mapping(entries), Value::Mapping(map)) => {
            let written = |entry: &Entry| {
                let key = entry.key.as_text()?;
                Some((key.to_owned(), as_written(source, &entry.value, map.get(key)?)))
            };
            Value::Mapping(entries.iter().filter_map(written).collect())
        }
        (_, value) => {
            let written = source.get(node.span.start..node.span.end).filter(|_| spelling(value).is_some());
            written.map_or_else(|| value.clone(), |text| Value::String(text.to_owned()))
        }
    }
}

/// What a copy of a spelled value is spelled like: it goes through Go's encoder, which leaves all as it is but markup.
pub(super) fn copied(spelled: &Value) -> Value {
    each(spelled, &|leaf| {
        let Value::String(text) = leaf else { return leaf.clone() };
        let mut copied = String::with_capacity(text.len());
        for character in text.chars() {
            if is_markup(character) {
                escape(&mut copied, character);
            } else {
                copied.push(character);
            }
        }
        Value::String(copied)
    })
}

/// The same value with its single values replaced.
fn each(value: &Value, replace: &dyn Fn(&Value) -> Value) -> Value {
    match value {
        Value::Sequence(items) => Value::Sequence(items.iter().map(|item| each(item, replace)).collect()),
        Value::Mapping(map) => {
            Value::Mapping(map.iter().map(|(key, value)| (key.to_owned(), each(value, replace))).collect())
        }
        leaf => replace(leaf),
    }
}

/// A text or number as Go's `encoding/json` writes it; none for what has one spelling only.
fn spelling(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(quoted(text)),
        Value::Int(number) => Some(number.to_string()),
        Value::UInt(number) => Some(number.to_string()),
        Value::Float(number) => Some(float(*number)),
        Value::Null | Value::Bool(_) | Value::Sequence(_) | Value::Mapping(_) => None,
    }
}

/// With an exponent from 1e21 on and below 1e-6.
fn float(number: f64) -> String {
    if number == 0.0 || (1e-6..1e21).contains(&number.abs()) {
        return number.to_string();
    }
    let text = format!("{number:e}");
    if text.contains("e-") { text } else { text.replace('e', "e+") }
}

/// What a web page could take for markup, and the two line ends that JavaScript does not allow.
fn is_markup(character: char) -> bool {
    matches!(character, '<' | '>' | '&' | '\u{2028}' | '\u{2029}')
}

fn escape(text: &mut String, character: char) {
    // A text takes whatever is written to it.
    let _ = write!(text, "\\u{:04x}", u32::from(character));
}

/// A text in quotes; markup is escaped as well.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\u{8}' => quoted.push_str("\\b"),
            '\u{c}' => quoted.push_str("\\f"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\0'..='\u{1f}' => escape(&mut quoted, character),
            other if is_markup(other) => escape(&mut quoted, other),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_texts_are_spelled_as_go_spells_them() {
        let numbers = [(1.5, "1.5"), (1e21, "1e+21"), (1.25e-7, "1.25e-7"), (123_456_789.5, "123456789.5")];
        for (number, spelled) in numbers {
            assert_eq!(float(number), spelled);
        }
        assert_eq!(quoted("a<b>&\"\\\u{1}\u{2028}é"), "\"a\\u003cb\\u003e\\u0026\\\"\\\\\\u0001\\u2028é\"");
    }
}

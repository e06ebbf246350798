//! How the values of a JSON patch are spelled. The library that applies it (`evanphx/json-patch`) keeps every value as the
//! source text that it was read from and compares those for `test`, so that `1.50` is not `1.5`, and `"<"` not `"\u003c"`.

use std::fmt::Write as _;

use manifest::Value;
use manifest::yaml::{Kind, Node};

/// Whether each text and number is spelled as Go's encoder spells it, which has spelled what stands in the configuration.
pub(super) fn is_canonical(source: &str, node: &Node, value: &Value) -> bool {
    match (&node.kind, value) {
        (Kind::Sequence(nodes), Value::Sequence(items)) => {
            nodes.iter().zip(items).all(|(node, item)| is_canonical(source, node, item))
        }
        (Kind::Mapping(entries), Value::Mapping(map)) => entries.iter().all(|entry| {
            let value = entry.key.as_text().and_then(|key| map.get(key));
            value.is_none_or(|value| is_canonical(source, &entry.value, value))
        }),
        (_, value) => {
            let spelled = source.get(node.span.start..node.span.end);
            spelled.zip(spelling(value)).is_none_or(|(said, canonical)| said == canonical)
        }
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

/// What a web page could take for markup, and the two line ends that JavaScript does not allow, are escaped as well.
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
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                // A text takes whatever is written to it.
                let _ = write!(quoted, "\\u{:04x}", u32::from(character));
            }
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

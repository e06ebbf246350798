//! What is written is read back as the same, in every layout, and written again as the same bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use manifest::yaml::{GoYaml, Layout, Reading, parse, to_string};
use manifest::{Source, Value};

fuzz_target!(|text: &str| {
    let Some(value) = read(text) else { return };
    for layout in [Layout::default(), Layout::kubernetes(), Layout::go(GoYaml::V4Rc6)] {
        if layout == Layout::go(GoYaml::V4Rc6) && loses_a_space(&value) {
            continue;
        }
        let Ok(written) = to_string(&value, &layout) else { continue };
        let again = read(&written).unwrap_or_else(|| panic!("not read back:\n{written}"));
        let rewritten = to_string(&again, &layout).expect("what was written once can be written again");
        assert_eq!(written, rewritten);
    }
});

/// The first document, if nothing is wrong with it.
fn read(text: &str) -> Option<Value> {
    let documents = parse(&Source::new("fuzz", text)).ok()?;
    let decoded = documents.first()?.decode::<Value>(Reading::Go(GoYaml::V4Rc6));
    decoded.value.filter(|_| decoded.findings.is_empty())
}

/// Whether Go's own writer loses something: since v4.0.0-rc.4 it writes a text that begins with a line break and whose first
/// line begins with a space as a block without saying how far it is indented.
fn loses_a_space(value: &Value) -> bool {
    let loses = |text: &str| {
        let line = text.trim_start_matches(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']);
        line.len() < text.len() && line.starts_with(' ')
    };
    match value {
        Value::String(text) => loses(text),
        Value::Sequence(items) => items.iter().any(loses_a_space),
        Value::Mapping(map) => map.iter().any(|(key, value)| loses(key) || loses_a_space(value)),
        _ => false,
    }
}

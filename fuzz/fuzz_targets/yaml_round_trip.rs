//! What is written is read back as the same, in every layout, and written again as the same bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use manifest::yaml::{GoYaml, Layout, Reading, parse, to_string};
use manifest::{Source, Value};

fuzz_target!(|text: &str| {
    let Some(value) = read(text) else { return };
    for layout in [Layout::default(), Layout::kubernetes(), Layout::go(GoYaml::V4Rc6)] {
        if layout == Layout::go(GoYaml::V4Rc6) && is_lost_by_go(&value) {
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

/// Whether Go's own writer writes what its reader refuses or reads as something else, all of it in blocks: a first line that
/// begins with a tab; since v4.0.0-rc.4 also one that begins with a space behind a line break.
fn is_lost_by_go(value: &Value) -> bool {
    let is_lost = |text: &str| {
        let line = text.trim_start_matches(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']);
        text.contains('\n') && line.starts_with([' ', '\t'])
    };
    match value {
        Value::String(text) => is_lost(text),
        Value::Sequence(items) => items.iter().any(is_lost_by_go),
        Value::Mapping(map) => map.iter().any(|(key, value)| is_lost(key) || is_lost_by_go(value)),
        _ => false,
    }
}

//! Any text is read or refused, and every place that is named lies in it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use manifest::yaml::{GoYaml, Kind, Node, Reading, parse};
use manifest::{Source, Span, Value};

fuzz_target!(|text: &str| {
    let source = Source::new("fuzz", text);
    let documents = match parse(&source) {
        Ok(documents) => documents,
        Err(finding) => return lies_in(text, finding.place.span),
    };
    for document in &documents {
        walk(text, document.root());
        for reading in [Reading::Go(GoYaml::V3), Reading::Go(GoYaml::V4Rc6), Reading::Json] {
            for finding in document.decode::<Value>(reading).findings {
                lies_in(text, finding.place.span);
            }
        }
    }
});

fn walk(text: &str, node: &Node) {
    lies_in(text, Some(node.span));
    match &node.kind {
        Kind::Sequence(items) => items.iter().for_each(|item| walk(text, item)),
        Kind::Mapping(entries) => entries.iter().for_each(|entry| {
            walk(text, &entry.key);
            walk(text, &entry.value);
        }),
        // What an alias stands for has been walked where it is anchored.
        Kind::Scalar(_) | Kind::Alias(_) => {}
    }
}

fn lies_in(text: &str, span: Option<Span>) {
    if let Some(span) = span {
        assert!(text.get(span.range()).is_some(), "{span:?} is no part of the text");
    }
}

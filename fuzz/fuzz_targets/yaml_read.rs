//! Any text is read or refused, and every place that is named lies in it. What is read the short way is what the long way
//! reads, which a directive before the text asks for.

#![no_main]

use libfuzzer_sys::fuzz_target;
use manifest::yaml::{Document, GoYaml, Kind, Node, Reading, parse};
use manifest::{Source, Span, Value};

fuzz_target!(|text: &str| {
    let source = Source::new("fuzz", text);
    let documents = match parse(&source) {
        Ok(documents) => documents,
        Err(finding) => return lies_in(text, finding.place.span),
    };
    read_the_long_way(text, &documents);
    for document in &documents {
        walk(text, document.root());
        for reading in [Reading::Go(GoYaml::V3), Reading::Go(GoYaml::V4Rc6), Reading::Json] {
            for finding in document.decode::<Value>(reading).findings {
                lies_in(text, finding.place.span);
            }
        }
    }
});

/// Reads the text behind a directive, which makes an empty document of a sign that stands first in it. Where `...` stands
/// first, a directive lets the rest be refused, so that there is nothing to compare.
fn read_the_long_way(text: &str, documents: &[Document]) {
    const DIRECTIVE: &str = "%YAML 1.1\n---\n";

    if documents.is_empty() || text.starts_with(['%', '\u{feff}']) {
        return;
    }
    let Ok(all) = parse(&Source::new("fuzz", format!("{DIRECTIVE}{text}"))) else {
        assert!(text.contains("..."), "a directive changes no other verdict");
        return;
    };
    let again = all.len().checked_sub(documents.len()).and_then(|first| all.get(first..));
    for (document, again) in documents.iter().zip(again.expect("no document is lost")) {
        assert!(is_alike(document.root(), again.root(), DIRECTIVE.len()), "{document:?}\n{again:?}");
    }
}

/// Whether two values are the same, but for so many bytes before the second one's text.
fn is_alike(node: &Node, again: &Node, before: usize) -> bool {
    let span = Span::new(node.span.start + before, node.span.end + before);
    again.span == span
        && again.tag == node.tag
        && match (&node.kind, &again.kind) {
            (Kind::Scalar(scalar), Kind::Scalar(again)) => scalar == again,
            (Kind::Sequence(items), Kind::Sequence(again)) => {
                items.len() == again.len() && items.iter().zip(again).all(|(a, b)| is_alike(a, b, before))
            }
            (Kind::Mapping(entries), Kind::Mapping(again)) => {
                entries.len() == again.len()
                    && entries.iter().zip(again).all(|(a, b)| {
                        is_alike(&a.key, &b.key, before) && is_alike(&a.value, &b.value, before)
                    })
            }
            // What an alias stands for has been compared where it is anchored.
            (Kind::Alias(_), Kind::Alias(_)) => true,
            _ => false,
        }
}

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

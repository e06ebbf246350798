//! Certain mends of values of a chart, where the text that says them is at hand.

use manifest::yaml::{Document, Node};
use manifest::{Finding, Fix, Span};

use crate::estate::CiliumEstate;

/// The one value that is right, instead of the one that is said.
pub(super) fn value(finding: Finding, cilium: &CiliumEstate, keys: &str, right: &str) -> Finding {
    match cilium.values_at.said(keys) {
        Some((_, node)) if node.as_text().is_some() => finding.fix(Fix {
            title: format!("write `{right}`"),
            span: node.span,
            replacement: right.to_owned(),
        }),
        _ => finding,
    }
}

/// Further items of a list, before those that it has: so comments stay with theirs.
pub(super) fn more_items(finding: Finding, cilium: &CiliumEstate, keys: &str, items: &[&str]) -> Finding {
    let edit = cilium.values_at.said(keys).and_then(|(document, list)| {
        let first = list.as_sequence()?.first()?;
        let between = between(document, list, first)?;
        let text: String = items.iter().flat_map(|item| [*item, &*between]).collect();
        Some((Span { start: first.span.start, end: first.span.start }, text))
    });
    match edit {
        Some((span, replacement)) => {
            finding.fix(Fix { title: format!("add {}", items.join(", ")), span, replacement })
        }
        None => finding,
    }
}

/// A list without one of its items.
pub(super) fn without_item(finding: Finding, cilium: &CiliumEstate, keys: &str, index: usize) -> Finding {
    let span = cilium.values_at.said(keys).and_then(|(document, list)| {
        let items = list.as_sequence()?;
        let item = items.get(index)?;
        if let Some(next) = items.get(index + 1) {
            return Some(Span { start: item.span.start, end: next.span.start });
        }
        let before = items.get(index.checked_sub(1)?)?.span.end;
        let text = document.source().text();
        // In lines of its own the last item goes with its line, and the comments before it stay.
        let start = if is_flow(document, list) {
            before
        } else {
            before + text.get(before..item.span.start)?.rfind('\n')?
        };
        Some(Span { start, end: item.span.end })
    });
    match span {
        Some(span) => finding.fix(Fix { title: "take it out".to_owned(), span, replacement: String::new() }),
        None => finding,
    }
}

/// What stands between two items of a list that is written as this one is.
fn between(document: &Document, list: &Node, first: &Node) -> Option<String> {
    if is_flow(document, list) {
        return Some(", ".to_owned());
    }
    let before = document.source().text().get(..first.span.start)?;
    let line = before.rsplit('\n').next()?;
    line.chars().all(|c| c == ' ' || c == '-').then(|| format!("\n{line}"))
}

fn is_flow(document: &Document, list: &Node) -> bool {
    document.source().text().get(list.span.range()).is_some_and(|text| text.starts_with('['))
}

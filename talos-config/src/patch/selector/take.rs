//! Taking the markers out of a patch.

use std::borrow::Cow;

use manifest::Span;
use manifest::yaml::{Entry, Kind, Node};

use super::{Selector, Step};
use crate::facts::V1ALPHA1;

/// What stands in a mapping that is to go, as the key of the text `delete`.
const MARKER: &str = "$patch";

/// Keys that say nothing alone, nor all together: a document without any other is passed over.
const PASSED_OVER: [&str; 3] = ["version", "kind", "name"];

/// What a document says about deleting.
#[derive(Default)]
pub(crate) struct Taken {
    pub(crate) selectors: Vec<Selector>,
    /// Whether the document says anything else.
    pub(crate) has_rest: bool,
}

impl Selector {
    /// Cuts the markers and what they mark out of a document, and says what they select. Fails, in upstream's words,
    /// on a marker that selects nothing. A document without markers is not copied.
    pub(crate) fn take(root: &mut Cow<'_, Node>) -> Result<Taken, String> {
        if !holds_marker(root) {
            return Ok(Taken { selectors: Vec::new(), has_rest: has_rest(root) });
        }
        let root = root.to_mut();
        let text = |key: &str| root.get(key).and_then(Node::as_text).unwrap_or_default().to_owned();
        let (version, kind) = (text("apiVersion"), text("kind"));
        let name = Some(text("name")).filter(|name| !name.is_empty());
        if is_marked(root) {
            let needed = [("apiVersion", &version), ("kind", &kind)];
            if let Some((key, _)) = needed.into_iter().find(|(_, value)| value.is_empty()) {
                return Err(format!("missing {key} in document for which $patch: delete is used"));
            }
            let selector = Self { version, kind, name, path: Vec::new(), span: root.span, turn: 0 };
            return Ok(Taken { selectors: vec![selector], has_rest: false });
        }
        let mut paths = Vec::new();
        walk(root, &mut Vec::new(), false, &mut paths)?;
        if version.is_empty() != kind.is_empty()
            && let Some((path, _)) = paths.first()
        {
            return Err(format!("kind and apiVersion must be both set for path {}", shown(path)));
        }
        let kind = if kind.is_empty() { V1ALPHA1.to_owned() } else { kind };
        let selectors = paths.into_iter().map(|(path, span)| Self {
            version: version.clone(),
            kind: kind.clone(),
            name: name.clone(),
            path,
            span,
            turn: 0,
        });
        Ok(Taken { selectors: selectors.collect(), has_rest: has_rest(root) })
    }
}

/// Whether a document says anything but what is passed over.
fn has_rest(root: &Node) -> bool {
    let is_rest = |entry: &Entry| {
        let is_passed_over = entry.key.as_text().is_some_and(|key| PASSED_OVER.contains(&key));
        !is_passed_over || entry.value.as_scalar().is_none()
    };
    root.as_mapping().is_some_and(|entries| entries.iter().any(is_rest))
}

/// Whether a node, or anything below it, is marked.
fn holds_marker(node: &Node) -> bool {
    match &node.kind {
        Kind::Mapping(entries) => is_marked(node) || entries.iter().any(|entry| holds_marker(&entry.value)),
        Kind::Sequence(items) => items.iter().any(holds_marker),
        Kind::Scalar(_) | Kind::Alias(_) => false,
    }
}

/// Gathers the ways to all markers below a node and cuts them out, with parents that are left with nothing.
fn walk(
    node: &mut Node,
    path: &mut Vec<Step>,
    in_item: bool,
    paths: &mut Vec<(Vec<Step>, Span)>,
) -> Result<(), String> {
    match &mut node.kind {
        Kind::Mapping(entries) => {
            let mut kept = Vec::with_capacity(entries.len());
            for mut entry in entries.drain(..) {
                path.push(Step::Key(entry.key.as_text().unwrap_or_default().to_owned()));
                if is_marked(&entry.value) {
                    if in_item {
                        return Err(format!("cannot delete an inner key in '{}'", shown(path)));
                    }
                    paths.push((path.clone(), entry.value.span));
                } else {
                    let before = paths.len();
                    walk(&mut entry.value, path, in_item, paths)?;
                    if paths.len() == before || !is_empty(&entry.value) {
                        kept.push(entry);
                    }
                }
                path.pop();
            }
            *entries = kept;
        }
        Kind::Sequence(items) => {
            let mut kept = Vec::with_capacity(items.len());
            for (index, mut item) in items.drain(..).enumerate() {
                path.push(Step::Item { index, found_by: None });
                if is_marked(&item) {
                    path.pop();
                    paths.push((marked_item(path, index, &item)?, item.span));
                    continue;
                }
                let before = paths.len();
                walk(&mut item, path, true, paths)?;
                if paths.len() == before || !is_empty(&item) {
                    kept.push(item);
                }
                path.pop();
            }
            *items = kept;
        }
        Kind::Scalar(_) | Kind::Alias(_) => {}
    }
    Ok(())
}

/// The way to an item with a marker: its first other key says which item is meant.
fn marked_item(list: &[Step], index: usize, item: &Node) -> Result<Vec<Step>, String> {
    let mut path = list.to_vec();
    let entries = item.as_mapping().unwrap_or_default();
    let Some(entry) = entries.iter().find(|entry| entry.key.as_text() != Some(MARKER)) else {
        path.push(Step::Item { index, found_by: None });
        return Err(format!("no key:val found in sequence node for path {}", shown(&path)));
    };
    let key = entry.key.as_text().unwrap_or_default().to_owned();
    path.push(Step::Item { index, found_by: Some((key, entry.value.as_text().map(str::to_owned))) });
    Ok(path)
}

fn is_marked(node: &Node) -> bool {
    let Kind::Mapping(entries) = &node.kind else { return false };
    entries.iter().any(|entry| {
        entry.key.as_text() == Some(MARKER) && entry.value.as_text().is_some_and(|text| text == "delete")
    })
}

fn is_empty(node: &Node) -> bool {
    match &node.kind {
        Kind::Mapping(entries) => entries.is_empty(),
        Kind::Sequence(items) => items.is_empty(),
        Kind::Scalar(_) | Kind::Alias(_) => false,
    }
}

/// The way with dots, items by their place in the patch.
pub(super) fn shown(path: &[Step]) -> String {
    let steps = path.iter().map(|step| match step {
        Step::Key(key) => key.clone(),
        Step::Item { index, .. } => format!("[{index}]"),
    });
    steps.collect::<Vec<_>>().join(".")
}

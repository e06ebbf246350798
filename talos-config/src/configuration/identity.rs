//! What kind of document a mapping is.

use manifest::yaml::{Entry, Node};

use crate::facts::{Facts, Kind, V1ALPHA1};

/// Keys that only the v1alpha1 document has; one of them makes a document without a kind one.
const OLD_KEYS: [&str; 4] = ["machine", "cluster", "debug", "persist"];

/// The version of all documents that have one.
pub(super) const VERSION: &str = "v1alpha1";

/// Why a mapping is no document.
pub(super) enum Unidentified {
    /// There is no kind.
    NoKind,
    /// There is a kind without a version.
    NoVersion { kind: String },
    /// No such kind and version.
    NotRegistered { kind: String, version: String },
}

/// Finds the kind of a document as upstream does.
///
/// It walks keys and values alike, so that a value `kind` is taken for the key: a bug that is kept, because what it
/// refuses is refused.
pub(super) fn kind_of(entries: &[Entry], facts: &'static Facts) -> Result<&'static Kind, Unidentified> {
    let nodes: Vec<&Node> = entries.iter().flat_map(|entry| [&entry.key, &entry.value]).collect();
    let (mut kind, mut version, mut old) = (String::new(), String::new(), false);
    for (index, node) in nodes.iter().enumerate() {
        let next = || nodes.get(index + 1).map(|node| text(node)).unwrap_or_default();
        match node.as_scalar().map(|scalar| &*scalar.text) {
            Some("kind") => kind = next(),
            Some("apiVersion") => version = next(),
            Some(key) if OLD_KEYS.contains(&key) => old = true,
            _ => {}
        }
    }
    if old {
        VERSION.clone_into(&mut version);
    }
    match (&*kind, &*version) {
        ("" | V1ALPHA1, VERSION) if old || kind.is_empty() => {
            facts.kind(V1ALPHA1).ok_or(Unidentified::NoKind)
        }
        ("", _) => Err(Unidentified::NoKind),
        (_, "") => Err(Unidentified::NoVersion { kind }),
        (name, VERSION) if name != V1ALPHA1 => {
            facts.kind(name).ok_or(Unidentified::NotRegistered { kind, version })
        }
        _ => Err(Unidentified::NotRegistered { kind, version }),
    }
}

fn text(node: &Node) -> String {
    if node.is_null() { String::new() } else { node.as_text().unwrap_or_default().to_owned() }
}

/// The texts that tell documents apart before they are read: version, kind (or `v1alpha1`) and name.
pub(super) fn id_of(root: &Node) -> (String, String, String) {
    let text = |key: &str| root.get(key).and_then(Node::as_text).unwrap_or_default().to_owned();
    let kind = text("kind");
    (text("apiVersion"), if kind.is_empty() { V1ALPHA1.to_owned() } else { kind }, text("name"))
}

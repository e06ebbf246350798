//! CLU0809 document-reference-stale.

use std::collections::BTreeSet;
use std::ops::Bound;

use manifest::{Finding, Place, Rule, Severity, Span};

use super::document::{Document, Word};
use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0809",
    name: "document-reference-stale",
    severity: Severity::Note,
    since: "0.1.0",
    checks: "Files of the repository that a document names are there.",
    why: "Whoever follows the document in a bad hour finds nothing where it sends him.",
    bad: concat!(
        "\
### patches/100-x.yaml
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 100-x, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}}
spec: {data: \"machine: {sysctls: {vm.swappiness: '1'}}\"}
",
        "\
### README.md
Apply `patches/101-y.yaml` first.
"
    ),
    good: concat!(
        "\
### patches/100-x.yaml
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 100-x, labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}}
spec: {data: \"machine: {sysctls: {vm.swappiness: '1'}}\"}
",
        "\
### README.md
Apply `patches/100-x.yaml` first.
"
    ),
    source: "derio-net/frank, patches/phase05-mini-config/README.md",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let paths: BTreeSet<&str> = estate.files.iter().map(|file| &*file.path).collect();
    let exists = |path: &str| {
        let directory = format!("{}/", path.trim_end_matches('/'));
        let mut below = paths.range::<str, _>((Bound::Included(&*directory), Bound::Unbounded));
        paths.contains(path) || below.next().is_some_and(|path| path.starts_with(&directory))
    };
    for document in Document::all(estate) {
        for Word { text, span } in document.code_words() {
            let Some((top, _)) = text.split_once('/').filter(|_| is_path(text)) else { continue };
            let beside = document.beside(text);
            // What begins with a directory that is not here speaks of another repository, or of a machine.
            let is_ours = exists(top) || beside.as_deref().is_some_and(|path| exists(parent(path)));
            if !is_ours || exists(text) || beside.as_deref().is_some_and(exists) {
                continue;
            }
            findings.push(
                Finding::new(
                    &RULE,
                    place(&document, span),
                    format!("there is no `{text}` in the repository"),
                )
                .help("name the file that is meant, or drop the sentence"),
            );
        }
    }
}

fn place(document: &Document<'_>, span: Span) -> Place {
    Place { source: Some(document.path.to_owned()), span: Some(span), ..Place::default() }
}

/// Whether a word is the path of one file that such a repository holds.
fn is_path(text: &str) -> bool {
    let is_plain = text.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
    let kinds = [".yaml", ".yml", ".md", ".tf", ".sh", ".py"];
    is_plain && !text.starts_with(['/', '.']) && kinds.iter().any(|end| text.ends_with(end))
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(parent, _)| parent)
}

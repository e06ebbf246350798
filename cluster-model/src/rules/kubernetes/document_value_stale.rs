//! CLU0810 document-value-stale.

use std::collections::{BTreeMap, BTreeSet};

use manifest::{Finding, Place, Rule, Severity, Span};

use super::document::{Document, Word, code_words};
use crate::estate::{Estate, Machine};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0810",
    name: "document-value-stale",
    severity: Severity::Note,
    since: "0.1.0",
    checks: "The label that a table of a document gives a machine is the one that the machine gets.",
    why: "People believe the document, and look for the machine by a label that it does not have.",
    bad: concat!(
        patch!(
            "    machine:
      network: {hostname: mini-1}
      nodeLabels: {igpu: intel-igpu}
"
        ),
        "\
### README.md
| machine | labels |
|---|---|
| `mini-1` | `igpu=amd-igpu` |
"
    ),
    good: concat!(
        patch!(
            "    machine:
      network: {hostname: mini-1}
      nodeLabels: {igpu: intel-igpu}
"
        ),
        "\
### README.md
| machine | labels |
|---|---|
| `mini-1` | `igpu=intel-igpu` |
"
    ),
    source: "derio-net/frank, patches/phase01-node-config/README.md",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let documents: Vec<Document<'_>> = Document::all(estate).collect();
    let lines = documents.iter().flat_map(|document| {
        let lines = document.lines().filter(|(_, line)| line.starts_with('|'));
        lines.map(move |(start, line)| (document, line, labels(start, line)))
    });
    let lines: Vec<_> = lines.filter(|(_, _, labels)| !labels.is_empty()).collect();
    // Few documents say anything of labels, and there are many machines.
    if lines.is_empty() {
        return;
    }
    // None for a name that several machines have.
    let mut machines: BTreeMap<&str, Option<&Machine>> = BTreeMap::new();
    for machine in &estate.machines {
        machines.entry(&machine.name).and_modify(|one| *one = None).or_insert(Some(machine));
    }
    for (document, line, labels) in lines {
        // A line about several machines does not say which one a label is of.
        let named: BTreeSet<&str> = words(line).filter(|word| machines.contains_key(word)).collect();
        let mut named = named.into_iter();
        let (Some(name), None) = (named.next(), named.next()) else { continue };
        let Some(Some(machine)) = machines.get(name) else { continue };
        for (key, value, span) in labels {
            let Some(label) = machine.label(key).filter(|label| label.value.as_str() != value) else {
                continue;
            };
            let place =
                Place { source: Some(document.path.to_owned()), span: Some(span), ..Place::default() };
            let message = format!("`{}` gets `{key}: {}`, not `{value}`", machine.name, label.value);
            findings.push(
                Finding::new(&RULE, place, message)
                    .related(label.place.clone(), "the label")
                    .help("correct the document, or the label"),
            );
        }
    }
}

/// What a line calls by key and value as labels are: with the bytes of both.
fn labels<'l>(start: usize, line: &'l str) -> Vec<(&'l str, &'l str, Span)> {
    let words = code_words(start, line).into_iter();
    let label = |word: Word<'l>| word.text.split_once(['=', ':']).map(|(key, value)| (key, value, word.span));
    words.filter_map(label).collect()
}

/// The words of a line that may be names.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '.'))
}

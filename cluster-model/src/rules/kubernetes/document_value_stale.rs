//! CLU0810 document-value-stale.

use std::collections::{BTreeMap, BTreeSet};

use manifest::{Finding, Place, Rule, Severity};

use super::document::{Document, code_words};
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
    if Document::all(estate).next().is_none() {
        return;
    }
    // None for a name that several machines have.
    let mut machines: BTreeMap<&str, Option<&Machine>> = BTreeMap::new();
    for machine in &estate.machines {
        machines.entry(&machine.name).and_modify(|one| *one = None).or_insert(Some(machine));
    }
    for document in Document::all(estate) {
        for (start, line) in document.lines().filter(|(_, line)| line.starts_with('|')) {
            // A line about several machines does not say which one a label is of.
            let named: BTreeSet<&str> = words(line).filter(|word| machines.contains_key(word)).collect();
            let mut named = named.into_iter();
            let (Some(name), None) = (named.next(), named.next()) else { continue };
            let Some(Some(machine)) = machines.get(name) else { continue };
            for word in code_words(start, line) {
                let Some((key, value)) = word.text.split_once(['=', ':']) else { continue };
                let Some(label) = machine.label(key).filter(|label| label.value.as_str() != value) else {
                    continue;
                };
                let place = Place {
                    source: Some(document.path.to_owned()),
                    span: Some(word.span),
                    ..Place::default()
                };
                let message = format!("`{}` gets `{key}: {}`, not `{value}`", machine.name, label.value);
                findings.push(
                    Finding::new(&RULE, place, message)
                        .related(label.place.clone(), "the label")
                        .help("correct the document, or the label"),
                );
            }
        }
    }
}

/// The words of a line that may be names.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '.'))
}

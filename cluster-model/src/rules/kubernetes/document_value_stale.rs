//! CLU0810 document-value-stale.

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
    for document in Document::all(estate) {
        for (start, line) in document.lines().filter(|(_, line)| line.starts_with('|')) {
            // A line about several machines does not say which one a label is of.
            let named = |machine: &&Machine| names(line, &machine.name);
            let mut machines = estate.machines.iter().filter(named);
            let (Some(machine), None) = (machines.next(), machines.next()) else { continue };
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

/// Whether a line holds a name as a word of its own.
fn names(line: &str, name: &str) -> bool {
    line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '.')).any(|word| word == name)
}

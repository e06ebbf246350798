//! CLU0104 label-unknown.

use manifest::{Finding, Part, Place, Rule, Severity, suggest};

use crate::estate::Estate;
use crate::scalar::LabelKey;

/// Every label of a machine is one of the vocabulary.
pub(super) static RULE: Rule = Rule {
    code: "CLU0104",
    name: "label-unknown",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every label of a machine is one of the vocabulary.",
    why: "A misspelt key makes a label that no selector asks for, and leaves the one that was meant unset.",
    bad: "\
nodes:
  worker-1:
    labels: {acelerator: nvidia, accelerator: null}
",
    good: "\
nodes:
  worker-1:
    labels: {accelerator: nvidia}
",
    source: "the spec's own vocabulary",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(vocabulary) = &estate.vocabulary else { return };
    for machine in &estate.machines {
        for (key, value) in machine.labels.iter().filter(|(key, _)| !vocabulary.contains_key(*key)) {
            let place = Place { part: Part::Key, ..value.place.clone() };
            let known = vocabulary.keys().map(LabelKey::as_str);
            let help = match suggest(key.as_str(), known) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("declare it: `labels: {{{key}: {{}}}}`"),
            };
            findings.push(
                Finding::new(&RULE, place, format!("the label `{key}` is not in the vocabulary")).help(help),
            );
        }
    }
}

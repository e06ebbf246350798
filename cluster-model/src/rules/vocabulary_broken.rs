//! CLU0105 vocabulary-broken.

use manifest::{FieldPath, Finding, Place, Rule, Severity, suggest};

use crate::estate::Estate;
use crate::scalar::{LabelKey, LabelValue};

/// What a label of the vocabulary requires is itself in the vocabulary, key and value.
pub(super) static RULE: Rule = Rule {
    code: "CLU0105",
    name: "vocabulary-broken",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "What a label of the vocabulary requires is itself in the vocabulary, key and value.",
    why: "No machine can satisfy such a requirement, so every machine with the label is wrong for ever.",
    bad: "\
labels:
  model-server:
    requires: {acelerator: nvidia}
nodes:
  worker-1:
    labels: {model-server: null}
",
    good: "\
labels:
  model-server:
    requires: {accelerator: nvidia}
",
    source: "the spec's own vocabulary",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for (key, rule) in estate.vocabulary.iter().flatten() {
        for (required, wanted) in &rule.requires {
            let path =
                FieldPath::root().key("labels").key(key.as_str()).key("requires").key(required.as_str());
            let finding = match estate.label_rule(required) {
                Some(known) if known.values.is_empty() || known.values.contains(wanted) => continue,
                Some(known) => {
                    let message = format!(
                        "`{key}` requires `{required}: {wanted}`, which is not a value of `{required}`"
                    );
                    let near = suggest(wanted.as_str(), known.values.iter().map(LabelValue::as_str));
                    (Finding::new(&RULE, Place::value(path), message), near)
                }
                None => {
                    let message =
                        format!("`{key}` requires the label `{required}`, which is not in the vocabulary");
                    let near = suggest(
                        required.as_str(),
                        estate.vocabulary.iter().flatten().map(|(key, _)| key).map(LabelKey::as_str),
                    );
                    (Finding::new(&RULE, Place::key(path), message), near)
                }
            };
            findings.push(match finding {
                (finding, Some(near)) => finding.help(format!("did you mean `{near}`?")),
                (finding, None) => finding.help("declare it, or drop the requirement"),
            });
        }
    }
}

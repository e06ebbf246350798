//! CLU0101 label-value-unknown.

use manifest::{Finding, Rule, Severity, suggest};

use crate::estate::Estate;
use crate::scalar::LabelValue;

/// Every node label has one of the values that the vocabulary lists for its key.
pub(super) static RULE: Rule = Rule {
    code: "CLU0101",
    name: "label-value-unknown",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every node label has one of the values that the vocabulary lists for its key.",
    why: "Selectors and affinities are written with the listed values; a machine with another one is passed over in silence, and its pods stay Pending or land elsewhere.",
    bad: "\
nodes:
  worker-1:
    labels: {zone: croe}
",
    good: "\
nodes:
  worker-1:
    labels: {zone: core}
",
    source: "the spec's own vocabulary",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for machine in &estate.machines {
        for (key, value) in machine.labels.iter() {
            let Some(known) = estate.label_rule(key) else { continue };
            if known.values.is_empty() || known.values.contains(value) {
                continue;
            }
            let message = format!("`{}` is not a value of the label `{key}`", value.as_str());
            let words = known.values.iter().map(LabelValue::as_str);
            let help = match suggest(value.as_str(), words.clone()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!(
                    "use one of `{}`, or add the value to `labels.{key}.values`",
                    words.collect::<Vec<_>>().join("`, `")
                ),
            };
            findings.push(Finding::new(&RULE, value.place.clone(), message).help(help));
        }
    }
}

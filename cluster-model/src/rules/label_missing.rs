//! CLU0102 label-missing.

use manifest::{Finding, Part, Place, Rule, Severity};

use crate::estate::Estate;
use crate::scalar::LabelValue;

/// Every machine carries the labels that the vocabulary marks as required.
pub(super) static RULE: Rule = Rule {
    code: "CLU0102",
    name: "label-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every machine carries the labels that the vocabulary marks as required.",
    why: "Scheduling rules by zone or tier skip a machine without the label: it joins, looks healthy and gets no work.",
    bad: "\
nodes:
  worker-1:
    labels: {tier: null}
",
    good: "\
nodes:
  worker-1:
    labels: {tier: standard}
",
    source: "the spec's own vocabulary",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for machine in &estate.machines {
        let required = estate.vocabulary.iter().flatten().filter(|(_, rule)| rule.required);
        for (key, rule) in required.filter(|(key, _)| machine.label(key.as_str()).is_none()) {
            let message = format!("the machine `{}` lacks the required label `{key}`", machine.name);
            let values: Vec<&str> = rule.values.iter().map(LabelValue::as_str).collect();
            let help = if values.is_empty() {
                format!("add the label `{key}`")
            } else {
                format!("add `{key}` with one of `{}`", values.join("`, `"))
            };
            let place = Place { part: Part::Key, ..machine.place.clone() };
            findings.push(Finding::new(&RULE, place, message).help(help));
        }
    }
}

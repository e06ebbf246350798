//! CLU0103 label-requirement-unmet.

use manifest::{Finding, Part, Place, Rule, Severity};

use crate::estate::Estate;

/// A machine whose label requires another label carries that one too, with the required value.
pub(super) static RULE: Rule = Rule {
    code: "CLU0103",
    name: "label-requirement-unmet",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A machine whose label requires another label carries that one too, with the required value.",
    why: "The vocabulary says that one label means nothing without the other: a model server on a machine without an NVIDIA card never starts.",
    bad: r#"nodes:
  worker-1:
    labels: {model-server: "true", accelerator: null}
"#,
    good: r#"nodes:
  worker-1:
    labels: {model-server: "true", accelerator: nvidia}
"#,
    source: "the spec's own vocabulary",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for machine in &estate.machines {
        for (key, value) in machine.labels.iter() {
            let Some(rule) = estate.label_rule(key) else { continue };
            for (required, wanted) in &rule.requires {
                let found = machine.label(required.as_str());
                if found.is_some_and(|found| found.value == *wanted) {
                    continue;
                }
                let message = format!(
                    "the label `{key}` requires `{required}: {wanted}`, which `{}` does not carry",
                    machine.name
                );
                let mut finding =
                    Finding::new(&RULE, Place { part: Part::Key, ..value.place.clone() }, message)
                        .help(format!("set `{required}: {wanted}`, or remove `{key}`"));
                if let Some(found) = found {
                    finding =
                        finding.related(found.place.clone(), format!("`{required}` has another value here"));
                }
                findings.push(finding);
            }
        }
    }
}

//! CIL0001 key-not-in-this-chart.

use manifest::{Rule, Severity};

use crate::chart::{self, Fact};
use crate::check::Subject;
use manifest::{Map, Value};

/// Every key is one that the chart of this version has or reads.
pub(super) static RULE: Rule = Rule {
    code: "CIL0001",
    name: "key-not-in-this-chart",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every key is one that the chart of this version has or reads.",
    why: "The schema of the chart forbids no key, so Helm lets one pass that nothing reads: a setting \
          that is silently not made. Each upgrade removes some.",
    bad: "\
encryption: {enabled: true, type: wireguard, strictMode: {enabled: true}}
",
    good: "\
encryption: {enabled: true, type: wireguard, strictMode: {egress: {enabled: true}}}
",
    source: "values.schema.json of the charts, and what their templates read beyond it",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    walk(subject, &subject.declared.clone(), "");
}

/// Looks at all keys below a path, but not below keys that are themselves wrong.
fn walk(subject: &mut Subject<'_>, tree: &Value, path: &str) {
    for (key, value) in tree.as_mapping().into_iter().flat_map(Map::iter) {
        let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        if chart::is_passed_on(&path) {
            continue;
        }
        match chart::fact(&path) {
            Some(fact) if !fact.is_in(subject.cilium) => report(subject, fact),
            Some(fact) if fact.is_group() => walk(subject, value, &path),
            // Labels and the like: their keys are not the chart's.
            Some(_) => {}
            None => {
                let message = format!("`{path}` is read by no version of the chart");
                subject.report(&RULE, &path, message).help_with("remove it");
            }
        }
    }
}

fn report(subject: &mut Subject<'_>, fact: &Fact) {
    let (path, cilium) = (fact.path(), subject.cilium);
    let (message, help) = if fact.last() < cilium {
        let help = match chart::successor(path) {
            Some(next) => format!("use `{next}`"),
            None => format!("remove it; the last known chart that read it is that of {}", fact.last()),
        };
        (format!("`{path}` is not read any more by the chart of {cilium}"), help)
    } else {
        let help = format!("remove it, or upgrade to {} or later", fact.since());
        (format!("`{path}` is not read yet by the chart of {cilium}"), help)
    };
    subject.report(&RULE, path, message).help_with(help);
}

//! CIL0004 group-removed.

use manifest::{Map, Rule, Severity, Value};

use crate::chart;
use crate::check::Subject;

/// No group is `null` that the templates look into.
pub(super) static RULE: Rule = Rule {
    code: "CIL0004",
    name: "group-removed",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No group is `null` that the templates look into.",
    why: "`null` takes away all that the chart itself sets in the group, and its templates then look into nothing: the \
          chart does not render.",
    bad: "\
ipam: null
",
    good: "\
ipam: {mode: null}
",
    source: "cilium/cilium, chart, templates; helm, chartutil.CoalesceTables",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    walk(subject, &subject.declared.clone(), "");
}

fn walk(subject: &mut Subject<'_>, tree: &Value, path: &str) {
    for (key, value) in tree.as_mapping().into_iter().flat_map(Map::iter) {
        let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        let Some(fact) = chart::fact(&path).filter(|fact| fact.is_group()) else { continue };
        if !value.is_null() {
            walk(subject, value, &path);
        } else if let Some(words) = fact.missed_in(subject.cilium) {
            let message =
                format!("`{path}` is null, and the chart of {} looks for keys in it", subject.cilium);
            subject
                .report(&RULE, &path, message)
                .upstream(words)
                .help_with("remove the line, or say for each key what it is to be");
        }
    }
}

//! CIL0109 cluster-name-invalid.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// The name of the cluster has 1 to 32 lower case letters, digits and `-`, begins and ends with a letter or
/// digit, and is not `default` where the cluster has a number.
pub(super) static RULE: Rule = Rule {
    code: "CIL0109",
    name: "cluster-name-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The name of the cluster has 1 to 32 lower case letters, digits and `-`, begins and ends with \
          a letter or digit, and is not `default` where the cluster has a number.",
    why: "The chart does not render. Two clusters of a mesh with one name destroy each other.",
    bad: "\
cluster: {name: Frank}
",
    good: "\
cluster: {name: frank}
",
    source: "cilium/cilium, chart, templates/validate.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let cluster = &subject.effective.cluster;
    let name = cluster.name.text();
    let is_inner = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let problem = if name.is_empty() {
        "is empty"
    } else if name.len() > 32 {
        "has more than 32 characters"
    } else if !name.chars().all(is_inner) || name.starts_with('-') || name.ends_with('-') {
        "has other characters than lower case letters, digits and `-` between them"
    } else if name == "default" && cluster.id.value() != Some(0) {
        "is the default, and the cluster has a number"
    } else {
        return;
    };
    let message = format!("the name of the cluster, `{name}`, {problem}");
    subject.report(&RULE, "cluster.name", message).help_with("choose a name such as `frank`");
}

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
    // Without a name the chart ends before it looks at it.
    let Some(name) = cluster.name.get() else { return };
    let is_numbered = cluster.id.value().unwrap_or_default() != 0;
    let is_inner = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let is_formed =
        !name.is_empty() && name.chars().all(is_inner) && !name.starts_with('-') && !name.ends_with('-');
    let is_old = !subject.cilium.is_at_least(17);
    let is_checked = !is_old || !subject.was_installed_before(1, 16);
    let hint = if is_old { HINT } else { "" };
    let problems = [
        (name.is_empty(), "is empty", EMPTY.to_owned()),
        (is_checked && name.len() > 32, "has more than 32 characters", format!("{TOO_LONG}{hint}")),
        (
            is_checked && !is_formed && !name.is_empty(),
            "has other characters than lower case letters, digits and `-` between them",
            format!("{MALFORMED}{hint}"),
        ),
        (
            name == "default" && is_numbered,
            "is the default, and the cluster has a number",
            DEFAULT.to_owned(),
        ),
    ];
    for (_, problem, words) in problems.into_iter().filter(|(is_there, ..)| *is_there) {
        let message = format!("the name of the cluster, `{name}`, {problem}");
        subject
            .report(&RULE, "cluster.name", message)
            .upstream(words)
            .help_with("choose a name such as `frank`");
    }
}

const EMPTY: &str = "The cluster name is invalid: cannot be empty";
const TOO_LONG: &str = "The cluster name is invalid: must not be more than 32 characters";
const MALFORMED: &str = "The cluster name is invalid: must consist of lower case alphanumeric characters and '-', \
                         and must start and end with an alphanumeric character";
const DEFAULT: &str = "The cluster name is invalid: cannot use default value with cluster.id != 0";
/// What 1.16 adds.
const HINT: &str =
    ". Configure 'upgradeCompatibility' to 1.15 or earlier to temporarily skip this check at your own risk";

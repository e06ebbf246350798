//! CIL0513 name-pattern-invalid.

use manifest::{FieldPath, Rule, Severity};

use crate::policy::Subject;
use crate::policy::part::Part;

/// Names to resolve are names, with `*` only in patterns.
pub(super) static RULE: Rule = Rule {
    code: "CIL0513",
    name: "name-pattern-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Names to resolve are names, with `*` only in patterns.",
    why: "The agent refuses the whole policy: it is stored and not enforced, and only its status says \
          so.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, egress: [{toFQDNs: [{matchName: '*.example.com'}]}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, egress: [{toFQDNs: [{matchPattern: '*.example.com'}]}]}
",
    source: "cilium/cilium, pkg/policy/api/fqdn.go; pkg/fqdn/matchpattern",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    for traffic in subject.traffic().into_iter().filter(|traffic| !traffic.is_ingress && !traffic.is_denied) {
        let selected = traffic.part.items("toFQDNs").map(|part| (part, true));
        let asked = traffic
            .part
            .items("toPorts")
            .filter_map(|entry| entry.get("rules"))
            .flat_map(|rules| rules.items("dns"));
        for (part, is_selector) in selected.chain(asked.map(|part| (part, false))) {
            check_name(subject, &traffic.prefix, &part, is_selector);
        }
    }
}

fn check_name(subject: &mut Subject<'_>, rule: &str, part: &Part<'_>, is_selector: bool) {
    let (name, pattern) = (part.text("matchName"), part.text("matchPattern"));
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    let mut refuse = |path: FieldPath, message: String, words: String, help: &str| {
        subject.report(&RULE, path, message).upstream(format!("{rule}{words}")).help_with(help);
    };
    if is_selector && !name.is_empty() && !pattern.is_empty() {
        refuse(
            part.path.clone(),
            "a name and a pattern stand in one entry".to_owned(),
            "only one of MatchName or MatchPattern is allowed in an FQDNSelector".to_owned(),
            "make two entries of it",
        );
    }
    if !name.chars().all(is_name) {
        let allowed = if is_selector { "and ., -, _" } else { "and . and -" };
        let help =
            if name.contains('*') { "use `matchPattern`" } else { "use letters, digits, `.`, `-` and `_`" };
        refuse(
            part.path.clone().key("matchName"),
            format!("`{name}` is no name"),
            format!(
                "Invalid characters in MatchName: \"{name}\". Only 0-9, a-z, A-Z {allowed} characters are allowed"
            ),
            help,
        );
    }
    let path = part.path.clone().key("matchPattern");
    if pattern.trim().len() > 255 {
        refuse(
            path,
            "the pattern is longer than any name".to_owned(),
            format!("Invalid MatchPattern: {pattern:?}. Must be <= 255 characters long."),
            "shorten it",
        );
    } else if !pattern.chars().all(|c| is_name(c) || c == '*') {
        refuse(
            path,
            format!("`{pattern}` is no pattern for names"),
            format!(
                "Invalid characters in MatchPattern: \"{pattern}\". Only 0-9, a-z, A-Z and ., -, _ and * characters are allowed"
            ),
            "use letters, digits, `.`, `-`, `_` and `*`",
        );
    } else if pattern.starts_with("**.") && !subject.cilium.is_at_least(19) {
        let message =
            format!("`{pattern}` matches one label before the dot, and any number from Cilium 1.19 on");
        subject
            .report(&RULE, path, message)
            .help_with("write `*.` for one label; each further one is a pattern of its own");
    }
}

//! CIL0104 two-header-lists.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::Setting;

/// Headers are hidden by one list, not by two.
pub(super) static RULE: Rule = Rule {
    code: "CIL0104",
    name: "two-header-lists",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Headers are hidden by one list, not by two.",
    why: "The chart does not render: it cannot tell which list counts.",
    bad: "\
hubble: {redact: {http: {headers: {allow: [a], deny: [b]}}}}
",
    good: "\
hubble: {redact: {http: {headers: {deny: [b]}}}}
",
    source: "cilium/cilium, chart, templates/validate.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let headers = &subject.effective.hubble.redact.http.headers;
    let is_filled = |list: &Setting<Vec<String>>| list.get().is_some_and(|list| !list.is_empty());
    if is_filled(&headers.allow) && is_filled(&headers.deny) {
        let message = "headers are both allowed and denied by name";
        subject
            .report(&RULE, "hubble.redact.http.headers", message)
            .upstream(
                "Only one of .Values.hubble.redact.http.headers.allow, .Values.hubble.redact.http.headers.deny can \
                 be specified",
            )
            .help_with("keep one of `allow` and `deny`");
    }
}

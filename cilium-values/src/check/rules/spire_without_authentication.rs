//! CIL0107 spire-without-authentication.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// SPIRE is on only together with authentication.
pub(super) static RULE: Rule = Rule {
    code: "CIL0107",
    name: "spire-without-authentication",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "SPIRE is on only together with authentication.",
    why: "The chart does not render.",
    bad: "\
authentication: {enabled: false, mutual: {spire: {enabled: true}}}
",
    good: "\
authentication: {enabled: true, mutual: {spire: {enabled: true}}}
",
    source: "cilium/cilium, chart, templates/validate.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let authentication = &subject.effective.authentication;
    if authentication.mutual.spire.enabled.is_true() && !authentication.enabled.is_true() {
        let message = "SPIRE is on without the authentication that it is for";
        subject
            .report(&RULE, "authentication.mutual.spire.enabled", message)
            .upstream(
                "SPIRE integration requires .Values.authentication.enabled=true and \
                 .Values.authentication.mutual.spire.enabled=true",
            )
            .help_with("set `authentication.enabled: true`");
    }
}

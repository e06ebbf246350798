//! CIL0112 envoy-base-id-out-of-range.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// `envoy.baseID` is from 0 to 4294967295.
pub(super) static RULE: Rule = Rule {
    code: "CIL0112",
    name: "envoy-base-id-out-of-range",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "`envoy.baseID` is from 0 to 4294967295.",
    why: "The chart does not render.",
    bad: "\
envoy: {baseID: -1}
",
    good: "\
envoy: {baseID: 1}
",
    source: "cilium/cilium, chart, templates/validate.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let Some(id) = subject.effective.envoy.base_id.value() else { return };
    if u32::try_from(id).is_err() {
        let message = format!("`envoy.baseID` is {id}, not from 0 to 4294967295");
        subject
            .report(&RULE, "envoy.baseID", message)
            .upstream("envoy.baseID must be an int. Supported values 0 - 4294967295")
            .help_with("use a small number, or leave it out for 0");
    }
}

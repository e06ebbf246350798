//! CIL0127 upgrade-compatibility-invalid.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::loose_version;

/// `upgradeCompatibility` is a version.
pub(super) static RULE: Rule = Rule {
    code: "CIL0127",
    name: "upgrade-compatibility-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "`upgradeCompatibility` is a version.",
    why: "The chart does not render: it compares the text with versions.",
    bad: "\
upgradeCompatibility: latest
",
    good: "\
upgradeCompatibility: '1.15'
",
    source: "cilium/cilium, chart, templates/cilium-configmap.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let text = subject.effective.upgrade_compatibility.text();
    if text.is_empty() || loose_version::parse(text).is_some() {
        return;
    }
    let message = format!("`upgradeCompatibility` is `{text}`, not a version");
    subject
        .report(&RULE, "upgradeCompatibility", message)
        .upstream("invalid semantic version")
        .help_with("write the minor of the first installation, such as '1.15'");
}

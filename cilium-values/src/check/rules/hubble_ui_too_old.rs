//! CIL0124 hubble-ui-too-old.

use manifest::{Rule, Severity};
use semver::Version;

use crate::check::Subject;
use crate::loose_version;

/// The images of Hubble's web page are of 0.9.0 or later.
pub(super) static RULE: Rule = Rule {
    code: "CIL0124",
    name: "hubble-ui-too-old",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The images of Hubble's web page are of 0.9.0 or later.",
    why: "The chart does not render: older pages cannot talk to the relay.",
    bad: "\
hubble: {relay: {enabled: true}, ui: {enabled: true, backend: {image: {tag: v0.8.5}}}}
",
    good: "\
hubble: {relay: {enabled: true}, ui: {enabled: true, backend: {image: {tag: v0.13.2}}}}
",
    source: "cilium/cilium, chart, templates/validate.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let ui = &subject.effective.hubble.ui;
    let tags = [("backend", ui.backend.image.tag.text()), ("frontend", ui.frontend.image.tag.text())];
    if !ui.enabled.is_true() || tags.iter().any(|(_, tag)| *tag == "latest") {
        return;
    }
    for (part, tag) in tags {
        let path = format!("hubble.ui.{part}.image.tag");
        let version = tag.split('@').next().unwrap_or_default();
        match loose_version::parse(version.strip_prefix('v').unwrap_or(version)) {
            None => {
                let message = format!("`{path}` is `{tag}`, not a version");
                subject
                    .report(&RULE, &path, message)
                    .upstream("invalid semantic version")
                    .help_with("use a tag such as `v0.13.2`, or `latest`");
            }
            // A release before a final one is in no range that names none.
            Some(version) if version.pre.is_empty() && version < Version::new(0, 9, 0) => {
                let message = format!("`{path}` is `{tag}`, which is too old");
                subject
                    .report(&RULE, &path, message)
                    .upstream(format!("Hubble UI requires {path} to be '>=v0.9.0'"))
                    .help_with("use the chart's own tag");
            }
            Some(_) => {}
        }
    }
}

//! CIL0121 certificate-missing.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::Setting;
use manifest::Secret;

/// Where certificates of Hubble are not made by themselves, they are given.
pub(super) static RULE: Rule = Rule {
    code: "CIL0121",
    name: "certificate-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Where certificates of Hubble are not made by themselves, they are given.",
    why: "The chart does not render.",
    bad: "\
hubble: {tls: {auto: {enabled: false}}}
",
    good: "\
hubble: {tls: {auto: {enabled: false}, server: {existingSecret: hubble}}}
",
    source: "cilium/cilium, chart, templates/hubble/tls-provided",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let hubble = &subject.effective.hubble;
    if !hubble.enabled.is_true() || !hubble.tls.enabled.is_true() || hubble.tls.auto.enabled.is_true() {
        return;
    }
    let (server, client) = (&hubble.tls.server, &hubble.relay.tls.client);
    let has = |cert: &Setting<String>, key: &Setting<Secret>, secret: &Setting<String>| {
        !secret.text().is_empty() || !cert.text().is_empty() && key.get().is_some_and(|key| !key.is_empty())
    };
    let mut lacking = Vec::new();
    if !has(&server.cert, &server.key, &server.existing_secret) {
        lacking.push("hubble.tls.server");
    }
    if hubble.relay.enabled.is_true() && !has(&client.cert, &client.key, &client.existing_secret) {
        lacking.push("hubble.relay.tls.client");
    }
    for path in lacking {
        let message = format!("`{path}` has no certificate, and none is made");
        subject
            .report(&RULE, path, message)
            .help_with("set `existingSecret`, or `hubble.tls.auto.enabled: true`");
    }
}

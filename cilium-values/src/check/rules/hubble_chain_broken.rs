//! CIL0101 hubble-chain-broken.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// Hubble's web page has its relay, and the relay has Hubble.
pub(super) static RULE: Rule = Rule {
    code: "CIL0101",
    name: "hubble-chain-broken",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Hubble's web page has its relay, and the relay has Hubble.",
    why: "The chart does not render: the page asks the relay, and the relay asks the agents.",
    bad: "\
hubble: {ui: {enabled: true}}
",
    good: "\
hubble: {enabled: true, relay: {enabled: true}, ui: {enabled: true}}
",
    source: "cilium/cilium, chart, templates/validate.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let hubble = &subject.effective.hubble;
    let (enabled, relay, ui) =
        (hubble.enabled.is_true(), hubble.relay.enabled.is_true(), hubble.ui.enabled.is_true());
    let is_standalone = hubble.ui.standalone.enabled.is_true();
    let lacks_volume = hubble.ui.standalone.tls.certs_volume.get().is_none_or(|volume| volume.0.is_empty());
    let relay_has_tls = hubble.relay.tls.server.enabled.is_true();
    if ui && !is_standalone && !relay {
        let message = "the web page of Hubble is on without the relay that it asks";
        subject
            .report(&RULE, "hubble.ui.enabled", message)
            .upstream("Hubble UI requires .Values.hubble.relay.enabled=true")
            .help_with("set `hubble.relay.enabled: true`");
    }
    if ui && is_standalone && relay_has_tls && lacks_volume {
        let message = "the web page stands alone before a relay with TLS, and has no certificate";
        subject
            .report(&RULE, "hubble.ui.standalone.tls.certsVolume", message)
            .upstream(
                "Hubble UI in standalone with Hubble Relay server TLS enabled requires providing \
                 .Values.hubble.ui.standalone.tls.certsVolume for mounting client certificates in the backend pod",
            )
            .help_with("give the volume with the certificates of a client");
    }
    if relay && !enabled {
        let message = "the relay of Hubble is on without Hubble";
        subject
            .report(&RULE, "hubble.relay.enabled", message)
            .upstream("Hubble Relay requires .Values.hubble.enabled=true")
            .help_with("set `hubble.enabled: true`");
    }
}

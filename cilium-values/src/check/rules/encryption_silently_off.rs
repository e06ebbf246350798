//! CIL0216 encryption-silently-off.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::encryption::EncryptionType;

/// Encryption that is asked for is on.
pub(super) static RULE: Rule = Rule {
    code: "CIL0216",
    name: "encryption-silently-off",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Encryption that is asked for is on.",
    why: "The chart renders without a word, and packets travel in the open.",
    bad: "\
encryption: {enabled: false, type: wireguard, nodeEncryption: true}
",
    good: "\
encryption: {enabled: true, type: wireguard, nodeEncryption: true}
",
    source: "cilium/cilium, chart, templates/cilium-configmap.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let encryption = &subject.effective.encryption;
    let strict = &encryption.strict_mode;
    let is_wireguard = encryption.type_.value() == Some(EncryptionType::WireGuard);
    let is_strict =
        strict.enabled.is_true() || strict.egress.enabled.is_true() || strict.ingress.enabled.is_true();
    if !encryption.enabled.is_true() && (encryption.node_encryption.is_true() || is_strict) {
        let message = "parts of encryption are on, and encryption is off";
        subject.report(&RULE, "encryption.enabled", message).help_with("set `encryption.enabled: true`");
    } else if encryption.enabled.is_true() && encryption.node_encryption.is_true() && !is_wireguard {
        let message = "`encryption.nodeEncryption` has no effect without WireGuard";
        subject
            .report(&RULE, "encryption.nodeEncryption", message)
            .help_with("set `encryption.type: wireguard`");
    }
}

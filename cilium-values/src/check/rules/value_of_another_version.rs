//! CIL0207 value-of-another-version.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::bpf::DatapathMode;
use crate::values::encryption::EncryptionType;
use crate::values::{IdentityAllocationMode, RoutingMode, UnderlayProtocol};

/// Each word is one that this version knows.
pub(super) static RULE: Rule = Rule {
    code: "CIL0207",
    name: "value-of-another-version",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Each word is one that this version knows.",
    why: "The agent does not start, or the word is silently taken for nothing.",
    bad: "\
routingMode: hybrid
",
    good: "\
routingMode: tunnel
",
    source: "cilium/cilium, pkg/option, by version",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let cilium = subject.cilium;
    let is_beyond = [
        (
            "routingMode",
            values.routing_mode.value() == Some(RoutingMode::Hybrid),
            cilium.is_at_least(20),
            "1.20",
        ),
        (
            "underlayProtocol",
            values.underlay_protocol.value() == Some(UnderlayProtocol::Auto),
            cilium.is_at_least(20),
            "1.20",
        ),
        (
            "bpf.datapathMode",
            values.bpf.datapath_mode.value() == Some(DatapathMode::Auto),
            cilium.is_at_least(20),
            "1.20",
        ),
        (
            "encryption.type",
            values.encryption.type_.value() == Some(EncryptionType::Ztunnel),
            cilium.is_at_least(19),
            "1.19",
        ),
        (
            "identityAllocationMode",
            is_double(values.identity_allocation_mode.value()),
            cilium.is_at_least(17),
            "1.17",
        ),
    ];
    let is_gone = values.bpf.datapath_mode.value() == Some(DatapathMode::LbOnly) && cilium.is_at_least(18);
    for (path, _, _, since) in is_beyond.iter().filter(|(_, is_set, is_known, _)| *is_set && !is_known) {
        let message = format!("this value of `{path}` is known from {since} on, not in {cilium}");
        subject.report(&RULE, path, message).help_with(format!("choose another one, or upgrade to {since}"));
    }
    if is_gone {
        let message = format!("`lb-only` was removed in 1.18 and is unknown in {cilium}");
        subject.report(&RULE, "bpf.datapathMode", message).help_with("choose another one");
    }
}

fn is_double(mode: Option<IdentityAllocationMode>) -> bool {
    use IdentityAllocationMode::{DoubleWriteReadCrd, DoubleWriteReadKvStore};
    matches!(mode, Some(DoubleWriteReadCrd | DoubleWriteReadKvStore))
}

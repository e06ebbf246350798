//! CIL0217 egress-gateway-conflict.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::IdentityAllocationMode;

/// The egress gateway has masquerading in eBPF, and nothing that it excludes.
pub(super) static RULE: Rule = Rule {
    code: "CIL0217",
    name: "egress-gateway-conflict",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The egress gateway has masquerading in eBPF, and nothing that it excludes.",
    why: "The agent does not start.",
    bad: "\
egressGateway: {enabled: true}
",
    good: "\
egressGateway: {enabled: true}
bpf: {masquerade: true}
",
    source: "cilium/cilium, pkg/egressgateway",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    if !values.egress_gateway.enabled.is_true() {
        return;
    }
    let (path, message, help) = if !values.bpf.masquerade.is_true()
        || values.enable_ipv4_masquerade.is_false()
    {
        (
            "egressGateway.enabled",
            "the egress gateway needs masquerading of IPv4 in eBPF",
            "set `bpf.masquerade: true`",
        )
    } else if values.cilium_endpoint_slice.enabled.is_true() {
        ("ciliumEndpointSlice.enabled", "the egress gateway excludes endpoint slices", "set it to `false`")
    } else if values.identity_allocation_mode.value() == Some(IdentityAllocationMode::KvStore) {
        (
            "identityAllocationMode",
            "the egress gateway excludes identities in a key-value store",
            "set it to `crd`",
        )
    } else {
        return;
    };
    subject.report(&RULE, path, message).help_with(help);
}

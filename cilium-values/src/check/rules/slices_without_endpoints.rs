//! CIL0108 slices-without-endpoints.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::IdentityAllocationMode;

/// Endpoint slices and the mesh have the endpoint objects that they are made of.
pub(super) static RULE: Rule = Rule {
    code: "CIL0108",
    name: "slices-without-endpoints",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Endpoint slices and the mesh have the endpoint objects that they are made of.",
    why: "The chart does not render.",
    bad: "\
disableEndpointCRD: true
ciliumEndpointSlice: {enabled: true}
identityAllocationMode: kvstore
etcd: {enabled: true}
",
    good: "\
disableEndpointCRD: false
ciliumEndpointSlice: {enabled: true}
identityAllocationMode: kvstore
etcd: {enabled: true}
",
    source: "cilium/cilium, chart, templates/validate.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let is_crd = values.identity_allocation_mode.value() == Some(IdentityAllocationMode::Crd);
    let needs_slices =
        values.cilium_endpoint_slice.enabled.is_true() || values.enable_cilium_endpoint_slice.is_true();
    let needs_mesh =
        values.clustermesh.use_api_server.is_true() && (is_crd || !subject.cilium.is_at_least(18));
    let user = match (needs_slices, needs_mesh) {
        (true, _) => "`ciliumEndpointSlice.enabled`",
        (_, true) => "`clustermesh.useAPIServer`",
        _ => return,
    };
    if values.disable_endpoint_crd.is_true() {
        let message = format!("{user} needs the endpoint objects that are switched off here");
        subject.report(&RULE, "disableEndpointCRD", message).help_with("set `disableEndpointCRD: false`");
    }
}

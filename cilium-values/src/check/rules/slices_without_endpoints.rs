//! CIL0108 slices-without-endpoints.

use manifest::{Rule, Severity};

use crate::check::Subject;

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
    if !values.disable_endpoint_crd.is_true() {
        return;
    }
    let is_old = !subject.cilium.is_at_least(18);
    let keeps_in_objects = subject.keeps_identities_in_objects();
    let has_slices = values.cilium_endpoint_slice.enabled.is_true()
        || is_old && values.enable_cilium_endpoint_slice.is_true();
    let has_mesh = values.clustermesh.use_api_server.is_true() && (is_old || keeps_in_objects);
    let has_machines = is_old && values.external_workloads.enabled.is_true();
    let users = [
        (
            has_slices,
            "`ciliumEndpointSlice.enabled`",
            "if Cilium Endpoint Slice is enabled (.Values.ciliumEndpointSlice.enabled=true), it requires \
             .Values.disableEndpointCRD=false",
        ),
        (
            has_mesh,
            "`clustermesh.useAPIServer`",
            "The clustermesh-apiserver cannot be enabled in combination with .Values.disableEndpointCRD=true",
        ),
        (
            has_machines,
            "`externalWorkloads.enabled`",
            "External workloads support cannot be enabled in combination with .Values.disableEndpointCRD=true",
        ),
    ];
    for (_, user, words) in users.iter().filter(|(is_on, ..)| *is_on) {
        let message = format!("{user} needs the endpoint objects that are switched off here");
        subject
            .report(&RULE, "disableEndpointCRD", message)
            .upstream(*words)
            .help_with("set `disableEndpointCRD: false`");
    }
}

//! CIL0111 mesh-store-mismatch.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::IdentityAllocationMode;
use crate::values::clustermesh::apiserver::KvStoreMode;

/// The mesh's store fits where identities are kept.
pub(super) static RULE: Rule = Rule {
    code: "CIL0111",
    name: "mesh-store-mismatch",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The mesh's store fits where identities are kept.",
    why: "The chart does not render.",
    bad: "\
clustermesh: {useAPIServer: true, apiserver: {kvstoremesh: {kvstoreMode: external}}}
",
    good: "\
clustermesh: {useAPIServer: true, apiserver: {kvstoremesh: {kvstoreMode: internal}}}
",
    source: "cilium/cilium, chart, templates/validate.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let mesh = &values.clustermesh;
    let copy = &mesh.apiserver.kvstoremesh;
    let is_on = mesh.use_api_server.is_true();
    let is_crd = values.identity_allocation_mode.value() != Some(IdentityAllocationMode::KvStore);
    let is_external = copy.kvstore_mode.value() == Some(KvStoreMode::External);
    let problem = if !subject.cilium.is_at_least(18) {
        if is_on && !is_crd {
            "the API server of the mesh needs identities in custom resources"
        } else {
            return;
        }
    } else if is_on && !is_crd && !copy.enabled.is_true() {
        "identities are in a key-value store, and the copy of other clusters' stores is off"
    } else if is_external && !is_on {
        "an external store is set for an API server that is not installed"
    } else if is_external && !copy.enabled.is_true() {
        "an external store is set for a copy that is off"
    } else if is_external && mesh.apiserver.replicas.value() != Some(1) {
        "an external store allows one replica of the API server"
    } else if is_external && is_crd {
        "an external store needs identities in a key-value store"
    } else {
        return;
    };
    subject.report(&RULE, "clustermesh.apiserver.kvstoremesh", problem).help_with(
        "set `kvstoreMode: internal` and `kvstoremesh.enabled: true`, or keep identities where it fits",
    );
}

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
    let (has_api_server, has_copy) = (mesh.use_api_server.is_true(), copy.enabled.is_true());
    let has_machines = values.external_workloads.enabled.is_true();
    let mode = values.identity_allocation_mode.value();
    let word = mode.map_or("%!s(<nil>)", IdentityAllocationMode::as_str);
    let in_objects = subject.keeps_identities_in_objects();
    let is_old = !subject.cilium.is_at_least(18);
    let is_external = !is_old && copy.kvstore_mode.value() == Some(KvStoreMode::External);
    let combined = |what: &str| format!("{what} in combination with .Values.identityAllocationMode={word}");
    let remote = "To establish a Cluster Mesh, directly configure the parameters to access the remote";
    let external = "kvstoremesh.kvstoreMode=external can only be used with";
    let problems = [
        (
            is_old && has_api_server && !in_objects,
            "the API server of the mesh needs identities in custom resources",
            format!(
                "{}. {remote} kvstore through .Values.clustermesh.config",
                combined("The clustermesh-apiserver cannot be enabled")
            ),
        ),
        (
            is_old && has_machines && !in_objects,
            "machines outside the cluster need identities in custom resources",
            combined("External workloads support cannot be enabled"),
        ),
        (
            !is_old && copy.kvstore_mode.get().is_none(),
            "it is not said which store the copy of other clusters' stores uses",
            ".Values.clustermesh.apiserver.kvstoremesh.kvstoreMode must have the value of external or internal"
                .to_owned(),
        ),
        (
            !is_old && has_api_server && !in_objects && !has_copy,
            "identities are in a key-value store, and the copy of other clusters' stores is off",
            format!(
                "{}. {remote} kvstores through .Values.clustermesh.config",
                combined("The kvstoremesh container cannot be disabled")
            ),
        ),
        (
            is_external && !has_api_server,
            "an external store is set for an API server that is not installed",
            format!("{external} clustermesh.useAPIServer=true"),
        ),
        (
            is_external && !has_copy,
            "an external store is set for a copy that is off",
            format!("{external} kvstoremesh.enabled=true"),
        ),
        (
            is_external && mesh.apiserver.replicas.value() != Some(1),
            "an external store allows one replica of the API server",
            "Only single clustermesh-apiserver replica is allowed when kvstoreMode=external".to_owned(),
        ),
        (
            is_external && matches!(mode, None | Some(IdentityAllocationMode::Crd)),
            "an external store needs identities in a key-value store",
            combined("KVStoreMesh with external etcd cannot be enabled"),
        ),
    ];
    for (_, problem, words) in problems.into_iter().filter(|(is_there, ..)| *is_there) {
        subject.report(&RULE, "clustermesh.apiserver.kvstoremesh", problem).upstream(words).help_with(
            "set `kvstoreMode: internal` and `kvstoremesh.enabled: true`, or keep identities where it fits",
        );
    }
}

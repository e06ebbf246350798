//! CIL0129 mesh-auth-mode-missing.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// The API server of the mesh is told how clusters show who they are.
pub(super) static RULE: Rule = Rule {
    code: "CIL0129",
    name: "mesh-auth-mode-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The API server of the mesh is told how clusters show who they are.",
    why: "The chart has a word of its own for it; `null` takes that away, and the chart does not render.",
    bad: "\
clustermesh: {useAPIServer: true, apiserver: {tls: {authMode: null}}}
",
    good: "\
clustermesh: {useAPIServer: true, apiserver: {tls: {authMode: cluster}}}
",
    source: "cilium/cilium, chart, templates/clustermesh-apiserver/deployment.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let mode = &subject.effective.clustermesh.apiserver.tls.auth_mode;
    if subject.has_mesh_api_server() && mode.get().is_none() {
        subject
            .report(
                &RULE,
                "clustermesh.apiserver.tls.authMode",
                "it is not said how clusters show who they are",
            )
            .upstream(".Values.clustermesh.apiserver.tls.authMode must be one of legacy, migration, cluster")
            .help_with("remove the `null`, or set one of the three words");
    }
}

//! CLU0501 talos-documents.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// The patches that are generated are in a form that the declared Talos takes.
pub(super) static RULE: Rule = Rule {
    code: "CLU0501",
    name: "talos-documents",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The patches that are generated are in a form that the declared version of Talos takes: the v1alpha1 document, which holds up to 1.13.",
    why: "From 1.14 on the configuration that Omni generates holds labels, network plugin and proxy as documents of their own, and refuses the same settings in the v1alpha1 document: no patch would take effect.",
    bad: "versions: {talos: 1.14.0}",
    good: "versions: {talos: 1.13.0}",
    source: "siderolabs/talos, pkg/machinery/config/contract.go",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(talos) = &estate.versions.talos else { return };
    if talos.has_kubernetes_documents() {
        let message = format!(
            "the patches for Talos {} would have to be documents, which are not generated yet",
            talos.value
        );
        findings.push(Finding::new(&RULE, talos.place.clone(), message).help("declare a Talos up to 1.13"));
    }
}

//! CIL0103 issuer-missing.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::common::CertificateMethod;

/// Certificates that cert-manager makes have an issuer.
pub(super) static RULE: Rule = Rule {
    code: "CIL0103",
    name: "issuer-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Certificates that cert-manager makes have an issuer.",
    why: "The chart does not render.",
    bad: "\
hubble: {tls: {auto: {method: certmanager}}}
",
    good: "\
hubble: {tls: {auto: {method: certmanager, certManagerIssuerRef: {name: ca, kind: ClusterIssuer}}}}
",
    source: "cilium/cilium, chart, templates/validate.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let hubble = &values.hubble;
    let auto = &hubble.tls.auto;
    let hubble_lacks = hubble.enabled.is_true()
        && hubble.tls.enabled.is_true()
        && auto.enabled.is_true()
        && auto.method.value() == Some(CertificateMethod::CertManager)
        && auto.cert_manager_issuer_ref.get().is_none_or(|issuer| issuer.0.is_empty());
    let auto = &values.clustermesh.apiserver.tls.auto;
    let mesh_lacks = subject.has_mesh_api_server()
        && auto.enabled.is_true()
        && auto.method.value() == Some(CertificateMethod::CertManager)
        && auto.cert_manager_issuer_ref.get().is_none_or(|issuer| issuer.0.is_empty());
    let issuers = [
        ("hubble.tls.auto", hubble_lacks, "Hubble"),
        ("clustermesh.apiserver.tls.auto", mesh_lacks, "ClusterMesh"),
    ];
    for (path, _, name) in issuers.iter().filter(|(_, lacks, _)| *lacks) {
        let message = format!("`{path}.method` is `certmanager`, and there is no issuer");
        subject
            .report(&RULE, &format!("{path}.certManagerIssuerRef"), message)
            .upstream(format!(
                "{name} TLS certgen method=certmanager requires that user specifies .Values.{path}.certManagerIssuerRef"
            ))
            .help_with("name the issuer: `{group: cert-manager.io, kind: ClusterIssuer, name: ...}`");
    }
}

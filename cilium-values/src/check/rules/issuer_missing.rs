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
    let hubble = &subject.effective.hubble;
    let mesh = &subject.effective.clustermesh;
    let auto = &hubble.tls.auto;
    let hubble_lacks = hubble.enabled.is_true()
        && hubble.tls.enabled.is_true()
        && auto.enabled.is_true()
        && auto.method.value() == Some(CertificateMethod::CertManager)
        && auto.cert_manager_issuer_ref.get().is_none_or(|issuer| issuer.0.is_empty());
    let auto = &mesh.apiserver.tls.auto;
    let mesh_lacks = mesh.use_api_server.is_true()
        && auto.enabled.is_true()
        && auto.method.value() == Some(CertificateMethod::CertManager)
        && auto.cert_manager_issuer_ref.get().is_none_or(|issuer| issuer.0.is_empty());
    let paths = [("hubble.tls.auto", hubble_lacks), ("clustermesh.apiserver.tls.auto", mesh_lacks)];
    for (path, _) in paths.iter().filter(|(_, lacks)| *lacks) {
        let message = format!("`{path}.method` is `certmanager`, and there is no issuer");
        subject
            .report(&RULE, &format!("{path}.certManagerIssuerRef"), message)
            .help_with("name the issuer: `{group: cert-manager.io, kind: ClusterIssuer, name: ...}`");
    }
}

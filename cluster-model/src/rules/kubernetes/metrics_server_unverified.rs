//! CLU0804 metrics-server-unverified.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0804",
    name: "metrics-server-unverified",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Where metrics-server is installed, it trusts the certificates of the kubelets, or does not ask for ones that it can trust.",
    why: "The kubelets of Talos sign their certificates themselves unless told otherwise: every scrape fails while the pod looks ready, and nothing is scaled.",
    bad: application!(
        "metrics-server",
        "          args: [--metric-resolution=15s]
"
    ),
    good: application!(
        "metrics-server",
        "          args: [--kubelet-insecure-tls]
"
    ),
    source: "Sidero documentation, Metrics server; derio-net/frank, agents/rules/frank-gotchas.md",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    if estate.releases_of("metrics-server").next().is_none() {
        return;
    }
    let rotates = |keys| estate.each(keys).any(|(_, field)| field.text() == Some("true"));
    if rotates("machine.kubelet.extraArgs.rotate-server-certificates")
        || rotates("machine.kubelet.extraConfig.serverTLSBootstrap")
    {
        return;
    }
    for release in estate.releases_of("metrics-server") {
        let says = |argument: &str| {
            argument.starts_with("--kubelet-insecure-tls") || argument.contains("-certificate-authority")
        };
        let scalars = release.layers().into_iter().flat_map(|layer| layer.scalars());
        // The values may lie where nothing here reads them.
        if release.values.is_empty() || scalars.filter_map(|field| field.text()).any(says) {
            continue;
        }
        findings.push(
            Finding::new(&RULE, release.place(), "metrics-server does not trust the kubelets of Talos").help(
                "add `--kubelet-insecure-tls` to `args`, or let the kubelets get certificates with \
                 `rotate-server-certificates` and something that approves them",
            ),
        );
    }
}

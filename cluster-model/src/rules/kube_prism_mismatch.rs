//! CLU0311 kube-prism-mismatch.

use cilium_values::values::common::IntOrText;
use manifest::{Finding, Rule, Severity};

use super::mend;
use crate::estate::Estate;

/// Where Cilium reaches the API server at the machine's own address, KubePrism runs there, on the same port.
pub(super) static RULE: Rule = Rule {
    code: "CLU0311",
    name: "kube-prism-mismatch",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Where Cilium reaches the API server at the machine's own address, KubePrism runs there, on the same port.",
    why: "Cilium's agents wait for an API server that nobody serves on that port; without agents no pod has a network.",
    bad: "\
cilium:
  values: {k8sServicePort: 6443}
",
    good: "\
cilium:
  values: {k8sServicePort: 7445}
",
    source: "Talos documentation, KubePrism; siderolabs/talos issue 9132",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let (Some(cilium), Some(talos)) = (&estate.cilium, &estate.talos) else { return };
    if !matches!(cilium.values.k8s_service_host.text(), "localhost" | "127.0.0.1") {
        return;
    }
    let prism = &talos.kube_prism;
    let port = cilium.values.k8s_service_port.get().and_then(IntOrText::as_int);
    let (message, help) = if !prism.enabled {
        (
            "Cilium reaches the API server through KubePrism, which is switched off".to_owned(),
            talos
                .cure(
                    "set `talos.kubePrism.enabled: true`, or leave it out",
                    "set `machine.features.kubePrism.enabled: true`",
                )
                .to_owned(),
        )
    } else if port != Some(i64::from(prism.port)) {
        let given = port.map_or_else(|| "no port".to_owned(), |port| format!("port {port}"));
        (
            format!("Cilium looks for KubePrism on {given}, Talos serves it on {}", prism.port),
            if cilium.is_filled_in() {
                format!("set `k8sServicePort: {}`, or leave it out", prism.port)
            } else {
                format!("set `k8sServicePort: {}`", prism.port)
            },
        )
    } else {
        return;
    };
    let keys = if prism.enabled { "k8sServicePort" } else { "k8sServiceHost" };
    let finding = Finding::new(&RULE, cilium.value_place(keys), message)
        .related(prism.place.clone(), "KubePrism as Talos serves it")
        .help(help);
    findings.push(if prism.enabled {
        mend::value(finding, cilium, keys, &prism.port.to_string())
    } else {
        finding
    });
}

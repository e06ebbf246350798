//! CLU0502 kubernetes-unsupported.

use manifest::{Finding, Rule, Severity};
use talos_config::KubernetesSupport;

use crate::estate::{Estate, Versions};

/// The declared version of Talos supports the declared version of Kubernetes.
pub(super) static RULE: Rule = Rule {
    code: "CLU0502",
    name: "kubernetes-unsupported",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The declared version of Talos supports the declared version of Kubernetes.",
    why: "Talos refuses a configuration with a Kubernetes that it was not made for, and Omni refuses the cluster.",
    bad: "versions: {kubernetes: 1.36.0}",
    good: "versions: {kubernetes: 1.35.0}",
    source: "siderolabs/talos, pkg/machinery/compatibility",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Versions { talos: Some(talos), kubernetes: Some(kubernetes), .. } = &estate.versions else { return };
    let Some(minor) = talos.minor() else { return };
    let problem = match minor.supports_kubernetes(kubernetes.version()) {
        KubernetesSupport::Supported => return,
        KubernetesSupport::TooOld => "too old",
        KubernetesSupport::TooNew => "too new",
    };
    let (first, last) = minor.kubernetes();
    let message = format!("Kubernetes {} is {problem} for Talos {}", kubernetes.value, talos.value);
    findings.push(
        Finding::new(&RULE, kubernetes.place.clone(), message)
            .related(talos.place.clone(), "the version of Talos")
            .help(format!("Talos {minor} runs Kubernetes 1.{first} to 1.{last}")),
    );
}

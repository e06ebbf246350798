//! CLU0316 envoy-capabilities-missing.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

pub(super) static RULE: Rule = Rule {
    code: "CLU0316",
    name: "envoy-capabilities-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A list of capabilities for Envoy's own pods holds `NET_ADMIN`, and `SYS_ADMIN` or `BPF`.",
    why: "Envoy refuses to start: nothing that a policy sends through it gets through.",
    bad: "\
cilium:
  values: {envoy: {enabled: true, securityContext: {capabilities: {envoy: [NET_ADMIN]}}}}
",
    good: "\
cilium:
  values: {envoy: {enabled: true, securityContext: {capabilities: {envoy: [NET_ADMIN, SYS_ADMIN]}}}}
",
    source: "cilium/charts, values.yaml, `envoy.securityContext`; KBVE/kbve issue 8613",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = &estate.cilium else { return };
    let envoy = &cilium.values.envoy;
    let Some(given) = envoy.security_context.capabilities.envoy.get().filter(|_| !envoy.enabled.is_false())
    else {
        return;
    };
    let has = |name: &str| given.iter().any(|given| given == name);
    let missing = [(has("NET_ADMIN"), "NET_ADMIN"), (has("SYS_ADMIN") || has("BPF"), "SYS_ADMIN or BPF")];
    let missing: Vec<&str> = missing.into_iter().filter_map(|(has, name)| (!has).then_some(name)).collect();
    if !missing.is_empty() {
        let place = cilium.value_place("envoy.securityContext.capabilities.envoy");
        let message = format!("Envoy lacks {}", missing.join(" and "));
        findings.push(Finding::new(&RULE, place, message).help("leave the list out, or add what is missing"));
    }
}

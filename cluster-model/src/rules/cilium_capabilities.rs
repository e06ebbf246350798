//! CLU0306 cilium-capabilities-missing.

use cilium_values::talos::{AGENT_CAPABILITIES, CLEAN_STATE_CAPABILITIES};
use manifest::{Finding, Rule, Severity};

use super::mend;
use crate::estate::Estate;

/// The containers of Cilium's agent ask for every capability that they need on Talos.
pub(super) static RULE: Rule = Rule {
    code: "CLU0306",
    name: "cilium-capabilities-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The containers of Cilium's agent ask for every capability that they need on Talos.",
    why: "The agent, or the container that cleans up before it, is refused what it does first and never becomes ready: the pods have no network.",
    bad: "\
cilium:
  values:
    securityContext: {capabilities: {ciliumAgent: [CHOWN, KILL, NET_ADMIN]}}
",
    good: "\
cilium:
  values: {operator: {replicas: 2}}
",
    source: "the seed's second gotcha; Talos documentation, Deploying Cilium; cilium/cilium issue 40421",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = &estate.cilium else { return };
    let capabilities = &cilium.values.security_context.capabilities;
    for (container, given, needed) in [
        ("ciliumAgent", &capabilities.cilium_agent, AGENT_CAPABILITIES),
        ("cleanCiliumState", &capabilities.clean_cilium_state, CLEAN_STATE_CAPABILITIES),
    ] {
        // Without a list the chart's own holds, which has all of these and one too many.
        let Some(given) = given.get() else { continue };
        let has = |needed: &str| given.iter().any(|given| given.as_str() == needed);
        let missing: Vec<&str> = needed.iter().copied().filter(|needed| !has(needed)).collect();
        if missing.is_empty() {
            continue;
        }
        let message = format!("the container `{container}` lacks {} on Talos", missing.join(", "));
        let keys = format!("securityContext.capabilities.{container}");
        let finding =
            Finding::new(&RULE, cilium.value_place(&keys), message).help(if cilium.is_filled_in() {
                "leave the list out: what Talos needs is then filled in".to_owned()
            } else {
                format!("add {} to the list", missing.join(", "))
            });
        findings.push(mend::more_items(finding, cilium, &keys, &missing));
    }
}

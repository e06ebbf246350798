//! CLU0307 cilium-module-capability.

use cilium_values::talos::{AGENT_CAPABILITIES, CLEAN_STATE_CAPABILITIES, WITHHELD_CAPABILITIES};
use manifest::{Finding, Place, Rule, Severity};

use super::mend;
use crate::estate::Estate;

/// No container of Cilium asks for the capability to load kernel modules or to reboot.
pub(super) static RULE: Rule = Rule {
    code: "CLU0307",
    name: "cilium-module-capability",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No container of Cilium asks for the capability to load kernel modules or to reboot.",
    why: "Talos takes `SYS_MODULE` and `SYS_BOOT` away from everything; a container that asks for one is not started: `unable to apply caps: operation not permitted`.",
    bad: "\
cilium:
  values:
    securityContext: {capabilities: {cleanCiliumState: [NET_ADMIN, SYS_MODULE, SYS_ADMIN, SYS_RESOURCE]}}
",
    good: "\
cilium:
  values:
    securityContext: {capabilities: {cleanCiliumState: [NET_ADMIN, SYS_ADMIN, SYS_RESOURCE]}}
",
    source: "Talos documentation, Deploying Cilium; cilium/cilium issue 30388",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = &estate.cilium else { return };
    let capabilities = &cilium.values.security_context.capabilities;
    for (container, given, needed) in [
        ("ciliumAgent", &capabilities.cilium_agent, AGENT_CAPABILITIES),
        ("cleanCiliumState", &capabilities.clean_cilium_state, CLEAN_STATE_CAPABILITIES),
    ] {
        let keys = format!("securityContext.capabilities.{container}");
        let place = cilium.value_place(&keys);
        let Some(given) = given.get() else {
            let message =
                format!("the chart's own list for `{container}` holds SYS_MODULE, which Talos refuses");
            findings.push(
                Finding::new(&RULE, place, message)
                    .help(format!("set `{keys}` to what Talos needs: [{}]", needed.join(", "))),
            );
            continue;
        };
        for (index, capability) in given.iter().enumerate() {
            if !WITHHELD_CAPABILITIES.contains(&capability.as_str()) {
                continue;
            }
            let place = Place { path: place.path.clone().index(index), ..place.clone() };
            let message = format!("the container `{container}` asks for {capability}, which Talos refuses");
            let finding = Finding::new(&RULE, place, message).help(format!("drop {capability}"));
            findings.push(mend::without_item(finding, cilium, &keys, index));
        }
    }
}

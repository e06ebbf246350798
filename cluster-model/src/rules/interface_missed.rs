//! CLU0408 interface-missed.

use cilium_values::l2::InterfacePattern;
use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// Every machine with declared interfaces has one that an announcement policy's patterns match.
pub(super) static RULE: Rule = Rule {
    code: "CLU0408",
    name: "interface-missed",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every machine with declared interfaces has one that an announcement policy's patterns match.",
    why: "A machine without a matching interface still takes part in the election, and when it wins it answers for the service's address with silence.",
    bad: "\
nodes:
  worker-1: {nics: [wlan0]}
",
    good: "\
nodes:
  worker-1: {nics: [eth0]}
",
    source: "the seed's fourth gotcha; cilium/cilium, pkg/l2announcer",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let machines: Vec<_> = estate.machines.iter().filter(|machine| !machine.nics.is_empty()).collect();
    if machines.is_empty() {
        return;
    }
    let policies = estate.cilium.iter().flat_map(|cilium| &cilium.policies);
    for policy in policies.filter(|policy| !policy.interfaces.is_empty()) {
        // A pattern that Go refuses has a finding of its own, and makes Cilium drop the policy.
        let patterns: Result<Vec<_>, _> =
            policy.interfaces.iter().map(|pattern| pattern.value.parse::<InterfacePattern>()).collect();
        let Ok(patterns) = patterns else { continue };
        for machine in &machines {
            let matched =
                machine.nics.iter().any(|nic| patterns.iter().any(|pattern| pattern.matches(nic.as_str())));
            if matched {
                continue;
            }
            let names: Vec<&str> = machine.nics.iter().map(|nic| nic.as_str()).collect();
            let message = format!(
                "no pattern of `{}` matches an interface of `{}` ({})",
                policy.name,
                machine.name,
                names.join(", ")
            );
            let place = machine.nics.first().map_or_else(|| machine.place.clone(), |nic| nic.place.clone());
            findings.push(
                Finding::new(&RULE, place, message)
                    .related(policy.place.clone(), "the policy's patterns")
                    .help(format!(
                        "add a pattern such as `^{}$`, or correct the interface's name",
                        names.first().unwrap_or(&"")
                    )),
            );
        }
    }
}

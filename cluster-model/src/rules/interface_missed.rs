//! CLU0408 interface-missed.

use manifest::{Finding, Place, Rule, Severity};

use crate::effective::Effective;
use crate::estate::{CiliumEstate, Estate, Machine};

/// Every machine that an announcement policy selects has an interface that its patterns match, as far as interfaces are known.
pub(super) static RULE: Rule = Rule {
    code: "CLU0408",
    name: "interface-missed",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every machine that an announcement policy selects has an interface that its patterns match: one of those that are declared, or else of those that its configuration puts into the network of a pool.",
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
    let Some(cilium) = &estate.cilium else { return };
    for policy in cilium.policies.iter().filter(|policy| !policy.interfaces.is_empty()) {
        // A pattern that Go refuses has a finding of its own, and makes Cilium drop the policy.
        let patterns: Result<Vec<_>, _> = policy.interfaces.iter().map(|pattern| pattern.read()).collect();
        let Ok(patterns) = patterns else { continue };
        for machine in estate.machines.iter().filter(|machine| policy.selects(machine)) {
            let interfaces = interfaces(estate, cilium, machine);
            let Some((first, place)) = interfaces.first() else { continue };
            let names = interfaces.iter().map(|(name, _)| &**name);
            if names.clone().any(|name| patterns.iter().any(|pattern| pattern.matches(name))) {
                continue;
            }
            let message = format!(
                "no pattern of `{}` matches an interface of `{}` ({})",
                policy.name,
                machine.name,
                names.collect::<Vec<_>>().join(", ")
            );
            findings.push(
                Finding::new(&RULE, place.clone(), message)
                    .related(policy.place.clone(), "the policy's patterns")
                    .help(format!("add a pattern such as `^{first}$`, or correct the interface's name")),
            );
        }
    }
}

/// The interfaces of a machine on which it could announce: all that are declared, or else those that its configuration puts
/// into the network of a pool. Others are not known.
fn interfaces(estate: &Estate, cilium: &CiliumEstate, machine: &Machine) -> Vec<(String, Place)> {
    let declared = machine.nics.iter().map(|nic| (nic.as_str().to_owned(), nic.place.clone()));
    let declared: Vec<_> = declared.collect();
    if !declared.is_empty() {
        return declared;
    }
    let configured = estate.effective_of(machine).map(Effective::interfaces).unwrap_or_default();
    let near = configured.into_iter().filter(|interface| cilium.is_reached_by(interface));
    near.filter_map(|interface| Some((interface.name?.to_owned(), interface.field.get("interface").place())))
        .collect()
}

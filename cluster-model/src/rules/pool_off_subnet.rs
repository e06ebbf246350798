//! CLU0404 pool-off-subnet.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// Every pool whose addresses are announced by ARP lies in the subnet of the machines.
pub(super) static RULE: Rule = Rule {
    code: "CLU0404",
    name: "pool-off-subnet",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every pool whose addresses are announced by ARP lies in the subnet of the machines.",
    why: "Neighbours send ARP requests for their own network only: an address outside it is never asked for, and the service never reached.",
    bad: "\
cilium:
  pools: {second-pool: [192.168.9.200-192.168.9.210]}
",
    good: "\
cilium:
  pools: {second-pool: [192.168.1.230-192.168.1.240]}
",
    source: "Cilium documentation, L2 announcements",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = &estate.cilium else { return };
    // Without announcements the addresses may be routed, by BGP for one.
    if cilium.policies.is_empty() {
        return;
    }
    let Some(subnet) = &estate.network.subnet else { return };
    for (pool, block) in cilium.blocks().filter(|(_, block)| !subnet.covers(block)) {
        let message =
            format!("{} of the pool `{}` lies outside the subnet {}", block.value, pool.name, subnet.value);
        findings.push(
            Finding::new(&RULE, block.place.clone(), message)
                .related(subnet.place.clone(), "the subnet of the machines")
                .help("move the pool into the subnet, or announce it by BGP"),
        );
    }
}

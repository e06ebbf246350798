//! CLU0402 pool-overlaps-taken.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;
use crate::scalar::AddressRange;

/// No address pool holds the router, a nameserver or a range that the spec reserves.
pub(super) static RULE: Rule = Rule {
    code: "CLU0402",
    name: "pool-overlaps-taken",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No address pool holds the router, a nameserver or a range that the spec reserves.",
    why: "A service takes over the address of the router or resolver, or the DHCP server leases a service's address to a guest.",
    bad: "network: {reserved: {dhcp: 192.168.1.210-192.168.1.230}}",
    good: "network: {reserved: {dhcp: 192.168.1.100-192.168.1.150}}",
    source: "metallb/metallb issue 364; Faisal-Hajari/ai-platform issue 8",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = &estate.cilium else { return };
    // A resolver that is a service of the cluster has its address from the pool, and a rule of its own.
    let is_served = |taken: &AddressRange| {
        let mut asked = cilium.services.iter().flat_map(|service| &service.addresses);
        taken.start() == taken.end() && asked.any(|address| address.value == taken.start())
    };
    let taken: Vec<_> = estate.network.taken.iter().filter(|(_, taken)| !is_served(taken)).collect();
    for (pool, block) in cilium.blocks() {
        for (holder, taken) in taken.iter().filter(|(_, taken)| block.overlaps(taken)) {
            let message = format!("the pool `{}` overlaps {}, which {holder} holds", pool.name, taken.value);
            findings.push(
                Finding::new(&RULE, block.place.clone(), message)
                    .related(taken.place.clone(), "taken here")
                    .help("move one of the two"),
            );
        }
    }
}

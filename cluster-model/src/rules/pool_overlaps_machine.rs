//! CLU0401 pool-overlaps-machine.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// No address pool holds the address of a machine.
pub(super) static RULE: Rule = Rule {
    code: "CLU0401",
    name: "pool-overlaps-machine",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No address pool holds the address of a machine.",
    why: "Machine and service answer ARP for one address. If the machine is a control plane, the API server goes with it.",
    bad: "\
cilium:
  pools: {default-pool: [192.168.1.20-192.168.1.40]}
  expose: {hubble-ui: {address: 192.168.1.30}}
",
    good: "\
cilium:
  pools: {default-pool: [192.168.1.200-192.168.1.220]}
",
    source: "metallb/metallb issue 364; cilium/cilium issue 46010",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = &estate.cilium else { return };
    for (pool, block) in cilium.blocks() {
        for (machine, address) in estate.addresses().filter(|(_, address)| block.contains(address.value)) {
            let message = format!(
                "the pool `{}` holds {}, the address of `{}`",
                pool.name, address.value, machine.name
            );
            findings.push(
                Finding::new(&RULE, block.place.clone(), message)
                    .related(address.place.clone(), "the machine's address")
                    .help("keep the pool off the addresses of machines"),
            );
        }
    }
}

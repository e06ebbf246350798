//! CLU0405 pinned-address-outside-pools.

use cilium_values::lb::Pool;
use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// Every address that a service asks for lies in a pool.
pub(super) static RULE: Rule = Rule {
    code: "CLU0405",
    name: "pinned-address-outside-pools",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every address that a service asks for lies in a pool.",
    why: "Cilium gives a service the address that it asks for or none at all: the service stays pending.",
    bad: "\
cilium:
  expose: {hubble-ui: {address: 192.168.1.222}}
",
    good: "\
cilium:
  expose: {hubble-ui: {address: 192.168.1.202}}
",
    source: "cilium/cilium, operator/pkg/lbipam: `No pool exists with a CIDR containing`",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = &estate.cilium else { return };
    // Without any pool the addresses are somebody else's business.
    if cilium.pools.is_empty() && !cilium.is_installed {
        return;
    }
    let pools: Vec<Pool> =
        cilium.pools.iter().filter_map(|pool| Pool::new(&*pool.name, &pool.spec).ok()).collect();
    for service in &cilium.services {
        let selecting: Vec<&Pool> = pools.iter().filter(|pool| pool.selects(&service.object)).collect();
        let blocks: Vec<_> = selecting.iter().flat_map(|pool| pool.blocks()).collect();
        for address in
            service.addresses.iter().filter(|one| !blocks.iter().any(|block| block.contains(one.value)))
        {
            let is_elsewhere = pools.iter().flat_map(Pool::blocks).any(|block| block.contains(address.value));
            let fate = if is_elsewhere { "in a pool that does not select it" } else { "in no pool" };
            let message =
                format!("the service `{}` asks for {}, which is {fate}", service.name(), address.value);
            let ranges: Vec<String> = blocks.iter().map(ToString::to_string).collect();
            let help = if ranges.is_empty() {
                "declare a pool that holds the address".to_owned()
            } else {
                format!("choose an address of {}", ranges.join(", "))
            };
            findings.push(Finding::new(&RULE, address.place.clone(), message).help(help));
        }
    }
}

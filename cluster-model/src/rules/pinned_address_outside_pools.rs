//! CLU0405 pinned-address-outside-pools.

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
    let in_pool = |address| cilium.blocks().any(|(_, block)| block.contains(address));
    let asked = cilium
        .services
        .iter()
        .flat_map(|service| service.addresses.iter().map(move |address| (service, address)));
    for (service, address) in asked.filter(|(_, address)| !in_pool(address.value)) {
        let message =
            format!("the service `{}` asks for {}, which is in no pool", service.name(), address.value);
        let ranges: Vec<String> = cilium.blocks().map(|(_, block)| block.value.to_string()).collect();
        let help = if ranges.is_empty() {
            "declare a pool that holds the address".to_owned()
        } else {
            format!("choose an address of {}", ranges.join(", "))
        };
        findings.push(Finding::new(&RULE, address.place.clone(), message).help(help));
    }
}

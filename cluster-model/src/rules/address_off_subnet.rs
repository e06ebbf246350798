//! CLU0204 address-off-subnet.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// Every machine's address lies in the declared subnet.
pub(super) static RULE: Rule = Rule {
    code: "CLU0204",
    name: "address-off-subnet",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every machine's address lies in the declared subnet.",
    why: "A machine with an address of another network does not reach its neighbours; nearly always a digit is wrong.",
    bad: "\
nodes:
  worker-1: {address: 192.168.11.21}
",
    good: "\
nodes:
  worker-1: {address: 192.168.1.21}
",
    source: "the spec's own network",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(subnet) = &estate.network.subnet else { return };
    for (machine, address) in estate.addresses().filter(|(_, address)| !subnet.contains(address.value)) {
        let message = format!("the address of `{}` lies outside the subnet {}", machine.name, subnet.value);
        findings.push(
            Finding::new(&RULE, address.place.clone(), message)
                .related(subnet.place.clone(), "the subnet of the machines")
                .help("correct the address, or the subnet"),
        );
    }
}

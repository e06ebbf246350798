//! CLU0202 duplicate-address.

use std::collections::BTreeMap;

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// No two machines have the same address.
pub(super) static RULE: Rule = Rule {
    code: "CLU0202",
    name: "duplicate-address",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No two machines have the same address.",
    why: "Two machines answer for one address: connections reach now the one, now the other, and etcd loses members at random.",
    bad: "\
nodes:
  worker-1: {address: 192.168.1.11}
",
    good: "\
nodes:
  worker-1: {address: 192.168.1.21}
",
    source: "derio-net/frank, docs/runbooks/frank-gotchas/networking.md",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let mut seen = BTreeMap::new();
    for (machine, address) in estate.addresses() {
        let Some((first, known)) = seen.insert(address.value, (machine, address)) else { continue };
        let message = format!("`{}` has the address of `{}`", machine.name, first.name);
        findings.push(
            Finding::new(&RULE, address.place.clone(), message)
                .related(known.place.clone(), format!("`{}` has it too", first.name))
                .help("give one of the two another address"),
        );
    }
}

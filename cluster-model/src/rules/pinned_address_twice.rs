//! CLU0406 pinned-address-twice.

use std::collections::BTreeMap;

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// No two services ask for the same address.
pub(super) static RULE: Rule = Rule {
    code: "CLU0406",
    name: "pinned-address-twice",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No two services ask for the same address.",
    why: "Without a sharing key only one of them gets it; the other stays pending without an event that says why.",
    bad: "\
cilium:
  expose:
    second:
      address: 192.168.1.202
      selector: {app: second}
      ports: [{name: http, port: 80}]
",
    good: "\
cilium:
  expose:
    second:
      address: 192.168.1.203
      selector: {app: second}
      ports: [{name: http, port: 80}]
",
    source: "cilium/cilium, operator/pkg/lbipam: `already allocated to another service`",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let services = estate.cilium.iter().flat_map(|cilium| &cilium.services);
    let mut seen = BTreeMap::new();
    for (service, address) in services.filter_map(|service| Some((service, service.address.as_ref()?))) {
        let Some((first, place)) = seen.insert(address.value, (service, &address.place)) else { continue };
        let message = format!(
            "the service `{}-lb` asks for {}, and so does `{}-lb`",
            service.name, address.value, first.name
        );
        findings.push(
            Finding::new(&RULE, address.place.clone(), message)
                .related(place.clone(), "asked for here first")
                .help("choose another address for one of the two"),
        );
    }
}

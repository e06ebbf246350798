//! CLU0406 pinned-address-twice.

use std::collections::BTreeMap;

use cilium_values::lb::{self, Incompatible, Settings};
use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// No two services ask for the same address, unless both have the same sharing key.
pub(super) static RULE: Rule = Rule {
    code: "CLU0406",
    name: "pinned-address-twice",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No two services ask for the same address, unless both have the same sharing key.",
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
    let Some(cilium) = &estate.cilium else { return };
    let settings = Settings::new(&cilium.values, &estate.versions.cilium_or_newest());
    let mut seen = BTreeMap::new();
    let services = cilium.services.iter();
    let asked = services.flat_map(|service| service.addresses.iter().map(move |address| (service, address)));
    for (service, address) in asked {
        let Some((first, place)) = seen.insert(address.value, (service, &address.place)) else { continue };
        // What else keeps services from sharing has a rule of its own.
        if lb::compatible(&settings, &first.object, &service.object) != Err(Incompatible::Key) {
            continue;
        }
        let message = format!(
            "the service `{}` asks for {}, and so does `{}`",
            service.name(),
            address.value,
            first.name()
        );
        findings.push(
            Finding::new(&RULE, address.place.clone(), message)
                .related(place.clone(), "asked for here first")
                .help("choose another address for one of the two"),
        );
    }
}

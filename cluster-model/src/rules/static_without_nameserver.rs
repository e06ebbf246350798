//! CLU0605 static-without-nameserver.

use std::collections::BTreeSet;

use manifest::{Finding, Rule, Severity};

use crate::estate::{Estate, Field};

/// A machine whose interface has a fixed address and no DHCP has a nameserver.
pub(super) static RULE: Rule = Rule {
    code: "CLU0605",
    name: "static-without-nameserver",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A machine whose interface has a fixed address and no DHCP has a nameserver.",
    why: "DHCP is where nameservers come from otherwise. Talos falls back to public ones; where these are blocked there is no time, and without time nothing starts.",
    bad: "\
### p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-n
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      network:
        interfaces:
          - interface: eth0
            dhcp: false
            addresses: [10.0.0.5/24]
",
    good: "\
### p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-n
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      network:
        nameservers: [10.0.0.1]
        interfaces:
          - interface: eth0
            dhcp: false
            addresses: [10.0.0.5/24]
",
    source: "derio-net/frank, docs/runbooks/frank-gotchas/networking.md",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let mut told = BTreeSet::new();
    for effective in &estate.effective {
        let servers = effective.get("machine.network.nameservers").map(|servers| servers.items().len());
        if servers.unwrap_or_default() > 0 || effective.of_kind("ResolverConfig").next().is_some() {
            continue;
        }
        let interfaces = effective.get("machine.network.interfaces");
        let interfaces: Vec<Field<'_>> = interfaces.iter().flat_map(Field::items).collect();
        if interfaces.iter().any(|interface| interface.get("dhcp").flag() == Some(true)) {
            continue;
        }
        let fixed = interfaces
            .iter()
            .map(|interface| interface.get("addresses"))
            .find(|list| !list.items().is_empty());
        let Some(address) = fixed.and_then(|list| list.items().into_iter().next()) else { continue };
        let place = address.place();
        if told.insert((place.source.clone(), place.span)) {
            let message = "the address is fixed, and no nameserver reaches the machine";
            findings.push(
                Finding::new(&RULE, place, message)
                    .help("set `machine.network.nameservers` for the whole cluster"),
            );
        }
    }
}

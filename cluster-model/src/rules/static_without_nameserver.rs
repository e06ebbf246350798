//! CLU0605 static-without-nameserver.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

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
            routes: [{gateway: 10.0.0.1}]
### args.yaml
metadata: {namespace: default, type: KernelArgs.omni.sidero.dev, id: 00000000-0000-4000-8000-000000000001, labels: {}}
spec: {args: [\"ip=10.0.0.5::10.0.0.1:255.255.255.0::eth0:off\"]}
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
            routes: [{gateway: 10.0.0.1}]
### args.yaml
metadata: {namespace: default, type: KernelArgs.omni.sidero.dev, id: 00000000-0000-4000-8000-000000000001, labels: {}}
spec: {args: [\"ip=10.0.0.5::10.0.0.1:255.255.255.0::eth0:off\"]}
",
    source: "derio-net/frank, docs/runbooks/frank-gotchas/networking.md",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in &estate.effective {
        let servers = effective.get("machine.network.nameservers");
        let listed = servers.as_ref().and_then(|servers| servers.node()?.as_sequence());
        if listed.is_some_and(|listed| !listed.is_empty())
            || effective.of_kind("ResolverConfig").next().is_some()
        {
            continue;
        }
        let interfaces = effective.interfaces();
        if interfaces.iter().any(|interface| interface.dhcp) {
            continue;
        }
        let mut fixed = interfaces.iter().flat_map(|interface| &interface.addresses);
        let Some((address, _)) = fixed.next() else { continue };
        let message = "the address is fixed, and no nameserver reaches the machine";
        findings.push(
            Finding::new(&RULE, address.place(), message)
                .help("set `machine.network.nameservers` for the whole cluster"),
        );
    }
}

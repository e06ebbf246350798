//! CLU0208 etcd-network-ambiguous.

use manifest::{Finding, Rule, Severity};

use super::several;
use crate::estate::{Estate, Machine};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0208",
    name: "etcd-network-ambiguous",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A control plane with addresses in several networks says in which of them etcd is reached.",
    why: "etcd tells its peers the address that it found at its first start; when another one is found later, the members do not find each other.",
    bad: concat!(
        member!(control_plane),
        patch!("    machine:
      network:
        nameservers: [10.0.0.1]
        interfaces:
          - {interface: eth0, dhcp: false, addresses: [10.0.0.5/24], routes: [{gateway: 10.0.0.1}]}
          - {interface: eth1, dhcp: false, addresses: [10.1.0.5/24]}
      kubelet:
        nodeIP: {validSubnets: [10.0.0.0/24]}
"),
        "\
### args.yaml
metadata: {namespace: default, type: KernelArgs.omni.sidero.dev, id: 00000000-0000-4000-8000-000000000001, labels: {}}
spec: {args: [\"ip=10.0.0.5::10.0.0.1:255.255.255.0::eth0:off\"]}
"
    ),
    good: concat!(
        member!(control_plane),
        patch!("    machine:
      network:
        nameservers: [10.0.0.1]
        interfaces:
          - {interface: eth0, dhcp: false, addresses: [10.0.0.5/24], routes: [{gateway: 10.0.0.1}]}
          - {interface: eth1, dhcp: false, addresses: [10.1.0.5/24]}
      kubelet:
        nodeIP: {validSubnets: [10.0.0.0/24]}
    cluster:
      etcd: {advertisedSubnets: [10.0.0.0/24]}
"),
        "\
### args.yaml
metadata: {namespace: default, type: KernelArgs.omni.sidero.dev, id: 00000000-0000-4000-8000-000000000001, labels: {}}
spec: {args: [\"ip=10.0.0.5::10.0.0.1:255.255.255.0::eth0:off\"]}
"
    ),
    source: "siderolabs/talos issue 7718",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in &estate.effective {
        let says = |keys: &str| effective.get(keys).is_some();
        let is_said = says("cluster.etcd.advertisedSubnets") || says("cluster.etcd.subnet");
        if is_said || !estate.machines_of(effective).any(Machine::is_control_plane) {
            continue;
        }
        let Some((first, other)) = several(effective) else { continue };
        let message = format!("etcd may be reached in {} or in {}", first.value.trunc(), other.value.trunc());
        findings.push(
            Finding::new(&RULE, other.place.clone(), message)
                .related(first.place.clone(), "another network")
                .help(format!("set `cluster.etcd.advertisedSubnets: [{}]`", first.value.trunc())),
        );
    }
}

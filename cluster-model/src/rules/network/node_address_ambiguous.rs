//! CLU0207 node-address-ambiguous.

use manifest::{Finding, Rule, Severity};

use super::{several, valid_subnets};
use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0207",
    name: "node-address-ambiguous",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A machine with addresses in several networks says in which of them the kubelet has its address.",
    why: "The kubelet takes one of them, and another after a boot: the node has a new address, and its pods are cut off.",
    bad: concat!(
        patch!("    machine:
      network:
        nameservers: [10.0.0.1]
        interfaces:
          - {interface: eth0, dhcp: false, addresses: [10.0.0.5/24], routes: [{gateway: 10.0.0.1}]}
          - {interface: eth1, dhcp: false, addresses: [10.1.0.5/24]}
"),
        "\
### args.yaml
metadata: {namespace: default, type: KernelArgs.omni.sidero.dev, id: 00000000-0000-4000-8000-000000000001, labels: {}}
spec: {args: [\"ip=10.0.0.5::10.0.0.1:255.255.255.0::eth0:off\"]}
"
    ),
    good: concat!(
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
    source: "siderolabs/talos issues 4243, 7586",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in &estate.effective {
        if !valid_subnets(effective).is_empty() {
            continue;
        }
        let Some((first, other)) = several(effective) else { continue };
        let message =
            format!("the node may have its address in {} or in {}", first.value.trunc(), other.value.trunc());
        findings.push(
            Finding::new(&RULE, other.place.clone(), message)
                .related(first.place.clone(), "another network")
                .help(format!("set `machine.kubelet.nodeIP.validSubnets: [{}]`", first.value.trunc())),
        );
    }
}

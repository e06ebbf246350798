//! CLU0425 announcing-without-address.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0425",
    name: "announcing-without-address",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "An interface on which addresses are announced has an IPv4 address of its own.",
    why: "The agent cannot listen for ARP there: it logs an error, and nobody answers on that interface.",
    bad: concat!(
        patch!(
            "    machine:
      network:
        interfaces:
          - {interface: eth0, dhcp: true}
          - {interface: eth1, mtu: 9000}
    cluster: {network: {cni: {name: none}}, proxy: {disabled: true}}
"
        ),
        "\
### pool.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: pool}
spec: {blocks: [{start: 10.0.0.50, stop: 10.0.0.60}]}
### policy.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: all}
spec: {loadBalancerIPs: true, interfaces: [\"^eth1$\"]}
"
    ),
    good: concat!(
        patch!(
            "    machine:
      network:
        interfaces:
          - {interface: eth0, dhcp: true}
          - {interface: eth1, mtu: 9000}
    cluster: {network: {cni: {name: none}}, proxy: {disabled: true}}
"
        ),
        "\
### pool.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: pool}
spec: {blocks: [{start: 10.0.0.50, stop: 10.0.0.60}]}
### policy.yaml
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: all}
spec: {loadBalancerIPs: true, interfaces: [\"^eth0$\"]}
"
    ),
    source: "cilium/cilium issue 41641",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for policy in estate.cilium.iter().flat_map(|cilium| &cilium.policies) {
        for effective in &estate.effective {
            if !estate.machines_of(effective).any(|machine| policy.selects(machine)) {
                continue;
            }
            let interfaces = effective.interfaces();
            for interface in &interfaces {
                let Some(name) = interface.name else { continue };
                let has_address = interface.dhcp
                    || interface.addresses.iter().any(|(_, network)| network.addr().is_ipv4())
                    || interfaces.iter().any(|other| other.members.contains(&name))
                    || interface.carries;
                if has_address {
                    continue;
                }
                let Some(pattern) = policy.interfaces.iter().find(|pattern| pattern.matches(name)) else {
                    continue;
                };
                let message = format!("`{}` announces on `{name}`, which has no IPv4 address", policy.name);
                findings.push(
                    Finding::new(&RULE, pattern.place.clone(), message)
                        .related(interface.field.place(), "the interface")
                        .help("give the interface an address, or make the pattern narrower"),
                );
            }
        }
    }
}

//! CLU0424 pattern-matches-another-network.

use manifest::{Finding, Rule, Severity};

use crate::effective::Interface;
use crate::estate::{AnnouncementPolicy, DeclaredPattern, Estate, Placed};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0424",
    name: "pattern-matches-another-network",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A pattern of an announcement policy matches no interface that is a part of another, or that lies in another network than the pools.",
    why: "Cilium answers for the addresses there too, where nobody asks for them or somebody else has them.",
    bad: concat!(
        patch!("    machine:
      network:
        nameservers: [10.0.0.1]
        interfaces:
          - {interface: eth0, dhcp: false, addresses: [10.0.0.5/24], routes: [{gateway: 10.0.0.1}]}
          - {interface: eth1, dhcp: false, addresses: [10.1.0.5/24]}
      kubelet:
        nodeIP: {validSubnets: [10.0.0.0/24]}
    cluster: {network: {cni: {name: none}}, proxy: {disabled: true}}
"),
        "\
### args.yaml
metadata: {namespace: default, type: KernelArgs.omni.sidero.dev, id: 00000000-0000-4000-8000-000000000001, labels: {}}
spec: {args: [\"ip=10.0.0.5::10.0.0.1:255.255.255.0::eth0:off\"]}
",
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
spec: {loadBalancerIPs: true, interfaces: [\"^eth\"]}
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
    cluster: {network: {cni: {name: none}}, proxy: {disabled: true}}
"),
        "\
### args.yaml
metadata: {namespace: default, type: KernelArgs.omni.sidero.dev, id: 00000000-0000-4000-8000-000000000001, labels: {}}
spec: {args: [\"ip=10.0.0.5::10.0.0.1:255.255.255.0::eth0:off\"]}
",
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
    source: "cilium/cilium issue 31689",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = &estate.cilium else { return };
    for policy in &cilium.policies {
        for effective in &estate.effective {
            if !estate.machines_of(effective).any(|machine| policy.selects(machine)) {
                continue;
            }
            let interfaces = effective.interfaces();
            let matched: Vec<&Interface<'_>> = interfaces
                .iter()
                .filter(|interface| interface.name.is_some_and(|name| pattern(policy, name).is_some()))
                .collect();
            // Where no interface lies in the network of a pool, the addresses are reached in some other way.
            if !matched.iter().any(|interface| cilium.is_reached_by(interface)) {
                continue;
            }
            for interface in matched {
                let Some(name) = interface.name else { continue };
                let is_part = interfaces.iter().any(|other| other.members.contains(&name));
                let is_elsewhere = !interface.addresses.is_empty() && !cilium.is_reached_by(interface);
                let Some(pattern) = pattern(policy, name).filter(|_| is_part || is_elsewhere) else {
                    continue;
                };
                let what = if is_part { "is a part of another interface" } else { "lies in another network" };
                let message =
                    format!("`{}` of `{}` matches `{name}`, which {what}", pattern.value, policy.name);
                findings.push(
                    Finding::new(&RULE, pattern.place.clone(), message)
                        .related(interface.field.place(), "the interface")
                        .help("make the pattern narrower, with `^` and `$`"),
                );
            }
        }
    }
}

/// The first pattern of a policy that matches a name.
fn pattern<'p>(policy: &'p AnnouncementPolicy, name: &str) -> Option<&'p Placed<DeclaredPattern>> {
    policy.interfaces.iter().find(|pattern| pattern.matches(name))
}

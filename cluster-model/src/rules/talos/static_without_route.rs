//! CLU0610 static-without-route.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0610",
    name: "static-without-route",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A machine whose interfaces all have fixed addresses has a default route.",
    why: "DHCP is where the route comes from otherwise: without one the machine reaches nothing outside its subnet, image registries included.",
    bad: concat!(
        patch!("    machine:
      network:
        nameservers: [10.0.0.1]
        interfaces:
          - interface: eth0
            dhcp: false
            addresses: [10.0.0.5/24]
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
          - interface: eth0
            dhcp: false
            addresses: [10.0.0.5/24]
            routes: [{gateway: 10.0.0.1}]
"),
        "\
### args.yaml
metadata: {namespace: default, type: KernelArgs.omni.sidero.dev, id: 00000000-0000-4000-8000-000000000001, labels: {}}
spec: {args: [\"ip=10.0.0.5::10.0.0.1:255.255.255.0::eth0:off\"]}
"
    ),
    source: "derio-net/frank, patches/phase04-gpu/404-gpu1-usb-25g-nic.template.yaml",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in &estate.effective {
        let interfaces = effective.interfaces();
        if interfaces.iter().any(|interface| interface.dhcp || !interface.gateways.is_empty()) {
            continue;
        }
        let fixed = interfaces.iter().flat_map(|interface| &interface.addresses);
        // One address alone in its network is reached in some other way, as over a tunnel.
        let Some((address, _)) =
            fixed.into_iter().find(|(_, network)| network.prefix_len() < network.max_prefix_len())
        else {
            continue;
        };
        findings.push(
            Finding::new(
                &RULE,
                address.place(),
                "the address is fixed, and no route leads out of its network",
            )
            .help("add `routes: [{gateway: ...}]` to the interface"),
        );
    }
}

//! CLU0711 first-address-in-patch.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0711",
    name: "first-address-in-patch",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A machine without DHCP has its first address from kernel arguments or its image, not only from a patch.",
    why: "The machine has to reach Omni to get the patch: a new one, or one that is reset, never does.",
    bad: patch!("    machine:
      network:
        nameservers: [10.0.0.1]
        interfaces:
          - interface: eth0
            dhcp: false
            addresses: [10.0.0.5/24]
            routes: [{gateway: 10.0.0.1}]
"),
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
    source: "Sidero documentation pull request 602 and How configuration works in Omni",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in estate.effective.iter().filter(|effective| !effective.applied.is_empty()) {
        let interfaces = effective.interfaces();
        if interfaces.iter().any(|interface| interface.dhcp) {
            continue;
        }
        let mut fixed = interfaces.iter().flat_map(|interface| &interface.addresses);
        let Some((address, _)) = fixed.next() else { continue };
        let has_own =
            |machine: &crate::estate::Machine| machine.kernel_args.iter().any(|arg| arg.starts_with("ip="));
        if estate.machines_of(effective).all(has_own) {
            continue;
        }
        let message = "the only address of the machine comes from a patch, which it needs an address to get";
        findings.push(
            Finding::new(&RULE, address.place(), message)
                .help("declare `ip=...` in a `KernelArgs.omni.sidero.dev` with the id of the machine"),
        );
    }
}

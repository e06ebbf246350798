//! CLU0606 kernel-arguments-inert.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// Kernel arguments of a machine in Omni stand in `KernelArgs`, not in `machine.install.extraKernelArgs`.
pub(super) static RULE: Rule = Rule {
    code: "CLU0606",
    name: "kernel-arguments-inert",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Kernel arguments of a machine in Omni stand in `KernelArgs`, not in `machine.install.extraKernelArgs`.",
    why: "Where the machine boots a unified kernel image, the arguments of the configuration are accepted and ignored, and Omni stays up to date.",
    bad: "\
### p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-k
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      install:
        extraKernelArgs: [pcie_aspm=off]
",
    good: "\
### k.yaml
metadata: {namespace: default, type: KernelArgs.omni.sidero.dev, id: 00000000-0000-4000-8000-000000000001, labels: {}}
spec: {args: [pcie_aspm=off]}
### p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-f
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      sysctls:
        vm.swappiness: \"1\"
",
    source: "siderolabs/talos issue 10339; siderolabs/omni issue 1154",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in &estate.effective {
        // Only what Omni manages has `KernelArgs`.
        if effective.applied.is_empty() {
            continue;
        }
        let Some(args) =
            effective.get("machine.install.extraKernelArgs").and_then(|args| args.items().into_iter().next())
        else {
            continue;
        };
        let place = args.place();
        findings.push(
            Finding::new(
                &RULE,
                place,
                "these kernel arguments are ignored where a unified kernel image boots",
            )
            .help("declare a `KernelArgs.omni.sidero.dev` with the id of the machine"),
        );
    }
}

//! TAL0203 machine-type-outdated.

use manifest::{Rule, Severity};

/// `machine.type` is spelled as today: not `join`, and not left out.
pub static MACHINE_TYPE_OUTDATED: Rule = Rule {
    code: "TAL0203",
    name: "machine-type-outdated",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "`machine.type` is spelled as today: not `join`, and not left out.",
    why: "Talos takes the machine for a worker, which may not be what was meant.",
    bad: "\
machine:
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
",
    good: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};

//! TAL0202 machine-type-unknown.

use manifest::{Rule, Severity};

/// `machine.type` is `worker`, `controlplane` or `init`.
pub static MACHINE_TYPE_UNKNOWN: Rule = Rule {
    code: "TAL0202",
    name: "machine-type-unknown",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "`machine.type` is `worker`, `controlplane` or `init`.",
    why: "Talos refuses the configuration.",
    bad: "\
machine:
  type: controller
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

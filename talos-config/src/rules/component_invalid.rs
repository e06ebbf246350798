//! TAL0223 component-invalid.

use manifest::{Rule, Severity};

/// Authorizers have a type and a name, and pods of the control plane ask for `cpu` and `memory` only.
pub static COMPONENT_INVALID: Rule = Rule {
    code: "TAL0223",
    name: "component-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Authorizers have a type and a name, and pods of the control plane ask for `cpu` and `memory` only.",
    why: "The API server would not start; Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
  scheduler:
    resources:
      requests:
        gpu: 1
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
  scheduler:
    resources:
      requests:
        cpu: 100m
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};

//! TAL0221 api-access-invalid.

use manifest::{Rule, Severity};

/// Access to the Talos API from pods is enabled on control planes only, for roles that exist.
pub static API_ACCESS_INVALID: Rule = Rule {
    code: "TAL0221",
    name: "api-access-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Access to the Talos API from pods is enabled on control planes only, for roles that exist.",
    why: "Pods would hold rights nobody meant to give; Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
  features:
    kubernetesTalosAPIAccess:
      enabled: true
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
  features:
    kubernetesTalosAPIAccess:
      enabled: false
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};

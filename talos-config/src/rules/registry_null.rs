//! TAL0225 registry-null.

use manifest::{Rule, Severity};

/// No registry is `null`.
pub static REGISTRY_NULL: Rule = Rule {
    code: "TAL0225",
    name: "registry-null",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No registry is `null`.",
    why: "Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
  registries:
    mirrors:
      docker.io:
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
  registries:
    mirrors:
      docker.io:
        endpoints:
          - https://mirror.example.com
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};

//! TAL0217 cni-without-manifests.

use manifest::{Rule, Severity};

/// A custom network plugin has manifests.
pub static CNI_WITHOUT_MANIFESTS: Rule = Rule {
    code: "TAL0217",
    name: "cni-without-manifests",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A custom network plugin has manifests.",
    why: "Unless something else installs a plugin, the cluster has no pod network.",
    bad: "\
machine:
  type: controlplane
  ca: {crt: YQ==, key: YQ==}
  install:
    disk: /dev/sda
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
  network:
    cni:
      name: custom
",
    good: "\
machine:
  type: controlplane
  ca: {crt: YQ==, key: YQ==}
  install:
    disk: /dev/sda
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
  network:
    cni:
      name: none
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};

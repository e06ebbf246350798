//! TAL0216 cni-invalid.

use manifest::{Rule, Severity};

/// The network plugin is `flannel`, `custom` or `none`, with the settings that belong to it.
pub static CNI_INVALID: Rule = Rule {
    code: "TAL0216",
    name: "cni-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The network plugin is `flannel`, `custom` or `none`, with the settings that belong to it.",
    why: "The cluster would have no pod network; Talos refuses the configuration.",
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
      name: cilium
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

//! TAL0212 kubelet-invalid.

use manifest::{Rule, Severity};

/// The kubelet's own configuration leaves alone what belongs to Talos, and node subnets are subnets.
pub static KUBELET_INVALID: Rule = Rule {
    code: "TAL0212",
    name: "kubelet-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The kubelet's own configuration leaves alone what belongs to Talos, and node subnets are subnets.",
    why: "The node would not join; Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
  kubelet:
    extraConfig:
      staticPodPath: /etc/pods
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
  kubelet:
    extraConfig:
      serverTLSBootstrap: true
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};

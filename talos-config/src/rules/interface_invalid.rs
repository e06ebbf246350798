//! TAL0220 interface-invalid.

use manifest::{Rule, Severity};

/// An interface is found in one way, is part of one link at most, and its addresses, routes, bond and keys are valid together.
pub static INTERFACE_INVALID: Rule = Rule {
    code: "TAL0220",
    name: "interface-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "An interface is found in one way, is part of one link at most, and its addresses, routes, bond and keys are valid together.",
    why: "The machine might lose its network; Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
  network:
    interfaces:
      - dhcp: true
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
  network:
    interfaces:
      - interface: eth0
        dhcp: true
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};

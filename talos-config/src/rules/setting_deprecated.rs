//! TAL0226 setting-deprecated.

use manifest::{Rule, Severity};

/// No setting is used that Talos warns of.
pub static SETTING_DEPRECATED: Rule = Rule {
    code: "TAL0226",
    name: "setting-deprecated",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "No setting is used that Talos warns of.",
    why: "A later Talos may not know it any more.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
  network:
    interfaces:
      - interface: eth0
        cidr: 10.5.0.2/24
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
        addresses:
          - 10.5.0.2/24
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};

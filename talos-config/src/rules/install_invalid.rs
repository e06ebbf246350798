//! TAL0206 install-invalid.

use manifest::{Rule, Severity};

/// The installation names a disk or a selector that Talos supports, no extension twice, and not both ways of kernel arguments.
pub static INSTALL_INVALID: Rule = Rule {
    code: "TAL0206",
    name: "install-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The installation names a disk or a selector that Talos supports, no extension twice, and not both ways of kernel arguments.",
    why: "Talos cannot install itself and refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    image: installer
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

//! TAL0201 section-missing.

use manifest::{Rule, Severity};

/// A complete configuration has the sections `machine` and `cluster`, the endpoint of the control plane, and on metal instructions for the installation (the last two up to 1.13).
pub static SECTION_MISSING: Rule = Rule {
    code: "TAL0201",
    name: "section-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A complete configuration has the sections `machine` and `cluster`, the endpoint of the control plane, and on metal instructions for the installation (the last two up to 1.13).",
    why: "Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
cluster:
  clusterName: frank
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

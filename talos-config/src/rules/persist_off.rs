//! TAL0209 persist-off.

use manifest::{Rule, Severity};

/// `persist` is not turned off.
pub static PERSIST_OFF: Rule = Rule {
    code: "TAL0209",
    name: "persist-off",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "`persist` is not turned off.",
    why: "The machine would forget its configuration; Talos refuses it.",
    bad: "\
persist: false
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
",
    good: "\
persist: true
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

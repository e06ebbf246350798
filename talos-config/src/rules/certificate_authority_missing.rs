//! TAL0204 certificate-authority-missing.

use manifest::{Rule, Severity};

/// The machine has a certificate authority for the Talos API; control planes have its key too.
pub static CERTIFICATE_AUTHORITY_MISSING: Rule = Rule {
    code: "TAL0204",
    name: "certificate-authority-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The machine has a certificate authority for the Talos API; control planes have its key too.",
    why: "Nobody can talk to the machine, and Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  install:
    disk: /dev/sda
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

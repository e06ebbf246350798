//! TAL0210 encryption-key-invalid.

use manifest::{Rule, Severity};

/// An encrypted partition has keys, each in a slot of its own and of one kind.
pub static ENCRYPTION_KEY_INVALID: Rule = Rule {
    code: "TAL0210",
    name: "encryption-key-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "An encrypted partition has keys, each in a slot of its own and of one kind.",
    why: "The partition could not be opened; Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
  systemDiskEncryption:
    state:
      provider: luks2
      keys: []
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
  systemDiskEncryption:
    state:
      provider: luks2
      keys:
        - slot: 0
          nodeID: {}
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};

//! TAL0205 key-on-worker.

use manifest::{Rule, Severity};

/// Workers do not hold keys of certificate authorities.
pub static KEY_ON_WORKER: Rule = Rule {
    code: "TAL0205",
    name: "key-on-worker",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Workers do not hold keys of certificate authorities.",
    why: "Whoever takes a worker over could make certificates for the whole cluster; Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==, key: YQ==}
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

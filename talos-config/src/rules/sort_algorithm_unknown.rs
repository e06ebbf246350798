//! TAL0222 sort-algorithm-unknown.

use manifest::{Rule, Severity};

/// Addresses of the node are sorted by `v1` or `v2`.
pub static SORT_ALGORITHM_UNKNOWN: Rule = Rule {
    code: "TAL0222",
    name: "sort-algorithm-unknown",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Addresses of the node are sorted by `v1` or `v2`.",
    why: "Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
  features:
    nodeAddressSortAlgorithm: v3
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
  features:
    nodeAddressSortAlgorithm: v2
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};

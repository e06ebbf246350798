//! TAL0224 cluster-endpoint-invalid.

use manifest::{Rule, Severity};

/// The endpoint of the control plane has a host and a port that is one; the domain of services is a DNS name.
pub static CLUSTER_ENDPOINT_INVALID: Rule = Rule {
    code: "TAL0224",
    name: "cluster-endpoint-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The endpoint of the control plane has a host and a port that is one; the domain of services is a DNS name.",
    why: "Nothing could reach the API server; Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
cluster:
  controlPlane:
    endpoint: https://:6443
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

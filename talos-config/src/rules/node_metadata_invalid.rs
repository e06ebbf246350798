//! TAL0208 node-metadata-invalid.

use manifest::{Rule, Severity};

/// Labels, annotations and taints of the node are ones that Kubernetes takes.
pub static NODE_METADATA_INVALID: Rule = Rule {
    code: "TAL0208",
    name: "node-metadata-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Labels, annotations and taints of the node are ones that Kubernetes takes.",
    why: "The node could not register; Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
  nodeLabels:
    zone: a b
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
  nodeLabels:
    zone: a-b
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};

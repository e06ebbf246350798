//! TAL0219 kubespan-invalid.

use manifest::{Rule, Severity};

/// KubeSpan has discovery, identity and key of the cluster, an MTU of at least 1280, and filters that are subnets.
pub static KUBESPAN_INVALID: Rule = Rule {
    code: "TAL0219",
    name: "kubespan-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "KubeSpan has discovery, identity and key of the cluster, an MTU of at least 1280, and filters that are subnets.",
    why: "The mesh would not come up; Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
  network:
    kubespan:
      enabled: true
      mtu: 1200
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
  id: aWQ=
  secret: c2VjcmV0
  discovery:
    enabled: true
",
    good: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
  network:
    kubespan:
      enabled: true
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
  id: aWQ=
  secret: c2VjcmV0
  discovery:
    enabled: true
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};

//! TAL0218 discovery-incomplete.

use manifest::{Rule, Severity};

/// Discovery through the service has an identity and a key of the cluster, and an endpoint without a path.
pub static DISCOVERY_INCOMPLETE: Rule = Rule {
    code: "TAL0218",
    name: "discovery-incomplete",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Discovery through the service has an identity and a key of the cluster, and an endpoint without a path.",
    why: "Machines could not find each other; Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
  discovery:
    enabled: true
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
  id: aWQ=
  secret: c2VjcmV0
  discovery:
    enabled: true
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};

//! TAL0214 etcd-invalid.

use manifest::{Rule, Severity};

/// etcd is configured on control planes only, with a certificate authority and subnets that are subnets.
pub static ETCD_INVALID: Rule = Rule {
    code: "TAL0214",
    name: "etcd-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "etcd is configured on control planes only, with a certificate authority and subnets that are subnets.",
    why: "etcd would not start; Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
  etcd:
    image: etcd
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

//! TAL0207 host-dns-required.

use manifest::{Rule, Severity};

/// In a container the resolver of the machine runs and serves the cluster; forwarding needs a resolver that runs.
pub static HOST_DNS_REQUIRED: Rule = Rule {
    code: "TAL0207",
    name: "host-dns-required",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "In a container the resolver of the machine runs and serves the cluster; forwarding needs a resolver that runs.",
    why: "Names are not resolved; Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
  features:
    hostDNS:
      forwardKubeDNSToHost: true
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
    hostDNS:
      enabled: true
      forwardKubeDNSToHost: true
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};

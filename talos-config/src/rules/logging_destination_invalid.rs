//! TAL0213 logging-destination-invalid.

use manifest::{Rule, Severity};

/// A receiver of logs has a `tcp://` or `udp://` endpoint with a host and the format `json_lines`.
pub static LOGGING_DESTINATION_INVALID: Rule = Rule {
    code: "TAL0213",
    name: "logging-destination-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A receiver of logs has a `tcp://` or `udp://` endpoint with a host and the format `json_lines`.",
    why: "No log would arrive; Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
  logging:
    destinations:
      - endpoint: udp://10.5.0.9:514
        format: text
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
  logging:
    destinations:
      - endpoint: udp://10.5.0.9:514
        format: json_lines
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};

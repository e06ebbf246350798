//! TAL0227 settings-conflict.

use manifest::{Rule, Severity};

/// Nothing is set both in the v1alpha1 document and in a document of its own.
pub static SETTINGS_CONFLICT: Rule = Rule {
    code: "TAL0227",
    name: "settings-conflict",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Nothing is set both in the v1alpha1 document and in a document of its own.",
    why: "Talos cannot tell which one counts and refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
  network:
    hostname: a
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
---
apiVersion: v1alpha1
kind: HostnameConfig
hostname: b
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
---
apiVersion: v1alpha1
kind: HostnameConfig
hostname: b
",
    source: "siderolabs/talos, `types`",
};

//! TAL0211 disk-invalid.

use manifest::{Rule, Severity};

/// Only the last partition of a disk takes what is left, and no disk is `null`.
pub static DISK_INVALID: Rule = Rule {
    code: "TAL0211",
    name: "disk-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Only the last partition of a disk takes what is left, and no disk is `null`.",
    why: "The later partitions would have no room; Talos refuses the configuration.",
    bad: "\
machine:
  type: worker
  ca: {crt: YQ==}
  install:
    disk: /dev/sda
  disks:
    - device: /dev/sdb
      partitions:
        - mountpoint: /var/mnt/a
        - mountpoint: /var/mnt/b
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
  disks:
    - device: /dev/sdb
      partitions:
        - mountpoint: /var/mnt/a
          size: 10GB
        - mountpoint: /var/mnt/b
cluster:
  controlPlane:
    endpoint: https://10.5.0.1:6443
",
    source: "siderolabs/talos, `types/v1alpha1/v1alpha1_validation.go`",
};

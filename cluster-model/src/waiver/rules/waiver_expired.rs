//! CLU1002 waiver-expired.

use manifest::{Finding, Place, Rule, Severity};

use super::{Comment, Date};

/// The day of a waiver is not over.
pub(super) static RULE: Rule = Rule {
    code: "CLU1002",
    name: "waiver-expired",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The day of a waiver is not over.",
    why: "What was to be mended until that day has not been: the finding is told again.",
    bad: "\
### p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-d
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      install: {disk: /dev/disk/by-id/nvme-x}
      disks:
        # frank: allow disk-by-kernel-name until 2020-12-31: the only disk there is, soldered in
        - device: /dev/sda
          partitions:
            - mountpoint: /var/mnt/data
",
    good: "\
### p.yaml
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-d
  labels: {omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: 00000000-0000-4000-8000-000000000001}
spec:
  data: |
    machine:
      install: {disk: /dev/disk/by-id/nvme-x}
      disks:
        # frank: allow disk-by-kernel-name until 2099-12-31: the only disk there is, soldered in
        - device: /dev/sda
          partitions:
            - mountpoint: /var/mnt/data
",
    source: "frank itself",
};

/// A waiver of something that is still there, and whose day is over.
pub(super) fn check(comment: &Comment<'_>, place: Place, today: Date) -> Option<Finding> {
    let until = comment.until.filter(|until| *until < today)?;
    let message = format!("the waiver of `{}` ended on {until}: {}", comment.rule, comment.reason);
    Some(Finding::new(&RULE, place, message).help("mend what it waived, or give it another day"))
}

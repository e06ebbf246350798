//! TAL0301 setting-not-migrated.

use manifest::{Rule, Severity};

/// A migration says every setting with a document of its own.
pub static SETTING_NOT_MIGRATED: Rule = Rule {
    code: "TAL0301",
    name: "setting-not-migrated",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A migration says every setting with a document of its own.",
    why: "The setting stays in the v1alpha1 document, where it works, but is refused beside the document that most \
          configurations of the newer Talos have.",
    bad: "\
machine:
  disks:
    - device: /dev/sdb
      partitions:
        - mountpoint: /var/mnt/data
",
    good: "\
apiVersion: v1alpha1
kind: UserVolumeConfig
name: data
provisioning:
  diskSelector:
    match: disk.dev_path == \"/dev/sdb\"
  minSize: 10GiB
",
    source: "siderolabs/talos, `container/container.go` and `types/v1alpha1/*_bridge.go`",
};

//! CLU0604 disk-by-kernel-name.

use manifest::{Finding, Rule, Severity};

use crate::estate::{Estate, Field};

/// Disks are named by what does not change, not by the kernel's `/dev/sdX`.
pub(super) static RULE: Rule = Rule {
    code: "CLU0604",
    name: "disk-by-kernel-name",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Disks are named by what does not change, not by the kernel's `/dev/sdX`.",
    why: "The kernel numbers disks as it finds them: after a boot the name may be another disk, and that one is formatted.",
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
        - device: /dev/disk/by-id/ata-x
          partitions:
            - mountpoint: /var/mnt/data
",
    source: "siderolabs/talos issues 4766, 12370",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in &estate.effective {
        let disks = effective.get("machine.disks");
        let devices = disks.iter().flat_map(Field::items).map(|disk| disk.get("device"));
        for device in devices.chain(effective.get("machine.install.disk")) {
            let Some(name) = device.text().filter(|name| is_unstable(name)) else { continue };
            let place = device.place();
            let message = format!("`{name}` may be another disk after a boot");
            findings.push(
                Finding::new(&RULE, place, message)
                    .help("name it by `/dev/disk/by-id/...`, or use a selector"),
            );
        }
    }
}

fn is_unstable(name: &str) -> bool {
    ["/dev/sd", "/dev/vd", "/dev/hd"].into_iter().any(|prefix| name.starts_with(prefix))
}

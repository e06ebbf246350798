//! CLU0712 install-disk-left-open.

use manifest::{Finding, Rule, Severity};

use crate::estate::{Estate, Field};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0712",
    name: "install-disk-left-open",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A machine of Omni with several disks says on which one Talos is installed.",
    why: "Omni takes the smallest one over 5 GB, which may be the one that holds data: it is wiped.",
    bad: patch!(
        "    machine:
      disks:
        - {device: /dev/disk/by-id/ata-x, partitions: [{mountpoint: /var/mnt/data}]}
"
    ),
    good: patch!(
        "    machine:
      install: {disk: /dev/disk/by-id/nvme-x}
      disks:
        - {device: /dev/disk/by-id/ata-x, partitions: [{mountpoint: /var/mnt/data}]}
"
    ),
    source: "Omni documentation, cluster templates; siderolabs/omni issue 922",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in estate.effective.iter().filter(|effective| !effective.applied.is_empty()) {
        let says = |keys: &str| effective.get(keys).is_some();
        if says("machine.install.disk") || says("machine.install.diskSelector") {
            continue;
        }
        let listed = effective
            .get("machine.disks")
            .iter()
            .flat_map(Field::items)
            .map(|disk| disk.get("device"))
            .next();
        let volumes =
            ["UserVolumeConfig", "RawVolumeConfig"].into_iter().flat_map(|kind| effective.of_kind(kind));
        let mut selectors = volumes.map(|volume| volume.get("provisioning.diskSelector.match"));
        let is_other = |selector: &Field<'_>| {
            let text = selector.text().unwrap_or_default();
            !text.is_empty() && (!text.contains("system_disk") || text.contains("!system_disk"))
        };
        let Some(disk) = listed.or_else(|| selectors.find(is_other)) else { continue };
        let message = "the machine has more than one disk, and Omni chooses where Talos goes";
        findings.push(
            Finding::new(&RULE, disk.place(), message)
                .help("set `machine.install.disk` for the machine (`install.disk` in a template)"),
        );
    }
}

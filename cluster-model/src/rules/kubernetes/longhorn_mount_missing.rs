//! CLU0802 longhorn-mount-missing.

use manifest::{Finding, Rule, Severity};

use crate::estate::{Estate, Field};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0802",
    name: "longhorn-mount-missing",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A disk that `machine.disks` mounts for Longhorn is handed to the kubelet too, with `rshared`.",
    why: "The kubelet runs in a container of its own: it does not see the mount, and Longhorn writes its replicas to the disk of the system.",
    bad: concat!(
        application!("longhorn", "          defaultSettings: {defaultDataPath: /var/mnt/longhorn}
"),
        patch!("    machine:
      install: {disk: /dev/disk/by-id/nvme-x}
      disks:
        - {device: /dev/disk/by-id/ata-x, partitions: [{mountpoint: /var/mnt/longhorn}]}
")
    ),
    good: concat!(
        application!("longhorn", "          defaultSettings: {defaultDataPath: /var/mnt/longhorn}
"),
        patch!("    machine:
      install: {disk: /dev/disk/by-id/nvme-x}
      disks:
        - {device: /dev/disk/by-id/ata-x, partitions: [{mountpoint: /var/mnt/longhorn}]}
      kubelet:
        extraMounts:
          - {source: /var/mnt/longhorn, destination: /var/mnt/longhorn, type: bind, options: [bind, rshared, rw]}
")
    ),
    source: "derio-net/frank, docs/runbooks/manual-operations.yaml; Sidero documentation, Longhorn",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(path) = estate.releases_of("longhorn").find_map(|release| release.value(PATH)) else { return };
    let Some(data) = path.text() else { return };
    for (effective, disks) in estate.each("machine.disks") {
        let disks = disks.items();
        let mut points = disks.iter().flat_map(|disk| disk.get("partitions").items());
        let point =
            points.find(|partition| partition.get("mountpoint").text().is_some_and(|at| holds(at, data)));
        let Some(point) = point else { continue };
        let mounts = effective.get("machine.kubelet.extraMounts");
        let is_handed_on = |mount: &Field<'_>| {
            let at = mount.get("destination").text();
            at.is_some_and(|at| holds(at, data)) && mount.get("options").texts().contains(&"rshared")
        };
        if mounts.iter().flat_map(Field::items).any(|mount| is_handed_on(&mount)) {
            continue;
        }
        let message = format!("the kubelet does not see the disk at `{data}`, where Longhorn keeps its data");
        findings.push(
            Finding::new(&RULE, point.get("mountpoint").place(), message)
                .related(path.place(), "Longhorn's data")
                .help("add the path to `machine.kubelet.extraMounts` with `bind`, `rshared` and `rw`"),
        );
    }
}

const PATH: &str = "defaultSettings.defaultDataPath";

fn holds(directory: &str, path: &str) -> bool {
    path.trim_end_matches('/')
        .strip_prefix(directory)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

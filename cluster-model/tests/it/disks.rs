//! Selectors of disks, against what Omni has seen of a machine.

use cluster_model::import::Repository;
use manifest::{Finding, Severity};

const MACHINE: &str = "00000000-0000-4000-8000-000000000001";

/// A repository of one machine with a system disk and two others, and a patch for it.
fn findings(patch: &str) -> Vec<Finding> {
    let status = format!(
        "metadata: {{namespace: default, type: MachineStatuses.omni.sidero.dev, id: {MACHINE}, labels: {{}}}}
spec:
  hardware:
    blockdevices:
      - {{size: 256060514304, linuxname: /dev/sda, type: SSD, transport: sata, systemdisk: true}}
      - {{size: 500107862016, linuxname: /dev/nvme0n1, type: NVME, transport: nvme, wwid: eui.1, systemdisk: false}}
      - {{size: 500107862016, linuxname: /dev/nvme1n1, type: NVME, transport: nvme, wwid: eui.2, systemdisk: false}}
"
    );
    let patch = format!(
        "metadata: {{namespace: default, type: ConfigPatches.omni.sidero.dev, id: 500-disk, labels: \
         {{omni.sidero.dev/cluster: lab, omni.sidero.dev/cluster-machine: {MACHINE}}}}}\nspec:\n  data: |\n    {}\n",
        patch.trim_end().replace('\n', "\n    ")
    );
    let files = [("500-disk.yaml", patch), ("status.yaml", status)];
    let findings = Repository::read(files.map(|(path, text)| (path.to_owned(), text.into_bytes()))).check();
    findings.into_iter().filter(|finding| finding.rule.code == "CLU0625").collect()
}

fn volume(kind: &str, head: &str, expression: &str) -> String {
    format!(
        "apiVersion: v1alpha1\nkind: {kind}\nname: data\n{head}provisioning:\n  diskSelector: {{match: '{expression}'}}\n  minSize: 1GB\n"
    )
}

#[test]
fn a_volume_is_told_when_its_expression_fits_several_disks_or_none() {
    let told = |patch: &str| {
        let findings = findings(patch);
        findings.into_iter().map(|finding| (finding.severity, finding.message)).collect::<Vec<_>>()
    };
    let both = "2 disks of `00000000-0000-4000-8000-000000000001` fit, and the first with room for it is taken: \
                /dev/nvme0n1, /dev/nvme1n1";
    let none = "none of the 3 disks of `00000000-0000-4000-8000-000000000001` fits";
    for (kind, expression, expected) in [
        ("UserVolumeConfig", "!system_disk", vec![(Severity::Warning, both.to_owned())]),
        ("RawVolumeConfig", "disk.transport == \"nvme\"", vec![(Severity::Warning, both.to_owned())]),
        ("UserVolumeConfig", "disk.size > 1u * TB", vec![(Severity::Error, none.to_owned())]),
        ("UserVolumeConfig", "disk.wwid == \"eui.2\"", vec![]),
        ("UserVolumeConfig", "system_disk", vec![]),
        // Whether disks are of a model that nobody knows is not known.
        ("UserVolumeConfig", "disk.model == \"x\"", vec![]),
    ] {
        assert_eq!(told(&volume(kind, "", expression)), expected, "{kind}: {expression}");
    }
}

#[test]
fn a_volume_of_a_whole_disk_is_refused_when_several_fit() {
    let patch =
        volume("UserVolumeConfig", "volumeType: disk\n", "!system_disk").replace("  minSize: 1GB\n", "");
    let findings = findings(&patch);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].severity, Severity::Error);
    assert!(findings[0].message.contains("makes no volume of several"), "{}", findings[0].message);
}

#[test]
fn the_selector_to_install_by_is_told_too() {
    assert_eq!(findings("machine: {install: {diskSelector: {type: nvme}}}").len(), 1);
    assert_eq!(findings("machine: {install: {diskSelector: {type: hdd}}}").len(), 1);
    assert_eq!(findings("machine: {install: {diskSelector: {wwid: eui.1*}}}").len(), 0);
}

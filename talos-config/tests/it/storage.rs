//! Documents about disks that are put together.

use talos_config::scalar::Expression;
use talos_config::storage::{
    LvmLogicalVolumeConfig, LvmLogicalVolumeProvisioningSpec, LvmLogicalVolumeType, LvmVolumeGroupConfig,
    LvmVolumeSelectorSpec, MdMetadata, ProvisioningSpec, RaidArrayConfig, RaidProvisioningSpec,
    RaidVolumeSelector,
};

use crate::golden;

#[test]
fn lvm_volume_group_config_is_read_and_written_back() {
    golden::minimal(
        "storage/lvm_volume_group_config",
        &LvmVolumeGroupConfig {
            provisioning: Some(ProvisioningSpec {
                volume_selector: Some(LvmVolumeSelectorSpec {
                    r#match: Some(Expression::new("disk.transport == \"nvme\"")),
                }),
            }),
            ..LvmVolumeGroupConfig::new("pool")
        },
    );
    golden::full::<LvmVolumeGroupConfig>("storage/lvm_volume_group_config");
}

#[test]
fn lvm_logical_volume_config_is_read_and_written_back() {
    golden::minimal(
        "storage/lvm_logical_volume_config",
        &LvmLogicalVolumeConfig {
            r#type: Some(LvmLogicalVolumeType::Linear),
            provisioning: Some(LvmLogicalVolumeProvisioningSpec {
                volume_group: Some("pool".into()),
                max_size: Some("80%".parse().unwrap()),
                ..LvmLogicalVolumeProvisioningSpec::default()
            }),
            ..LvmLogicalVolumeConfig::new("data")
        },
    );
    golden::full::<LvmLogicalVolumeConfig>("storage/lvm_logical_volume_config");
}

#[test]
fn raid_array_config_is_read_and_written_back() {
    golden::minimal(
        "storage/raid_array_config",
        &RaidArrayConfig {
            metadata: Some(MdMetadata::V1_2),
            provisioning: Some(RaidProvisioningSpec {
                volume_selector: Some(RaidVolumeSelector {
                    r#match: Some(Expression::new("disk.rotational")),
                }),
            }),
            ..RaidArrayConfig::new("boot")
        },
    );
    golden::full::<RaidArrayConfig>("storage/raid_array_config");
}

#[test]
fn a_word_that_looks_like_a_number_needs_no_quotes() {
    let text = "apiVersion: v1alpha1\nkind: RAIDArrayConfig\nname: boot\nmetadata: 1.0\n";
    assert_eq!(golden::read::<RaidArrayConfig>(text).metadata, Some(MdMetadata::V1_0));
    let found = golden::findings::<RaidArrayConfig>(&text.replace("1.0", "1.1"));
    assert_eq!(found, ["`metadata`: 1.1 does not belong to MDMetadata values"]);
}

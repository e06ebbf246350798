//! Documents about disks that are put together.

mod lvm_logical_volume_config;
mod lvm_volume_group_config;
mod raid_array_config;

pub use lvm_logical_volume_config::{
    LvmLogicalVolumeConfig, LvmLogicalVolumeProvisioningSpec, LvmLogicalVolumeType,
};
pub use lvm_volume_group_config::{LvmVolumeGroupConfig, LvmVolumeSelectorSpec, ProvisioningSpec};
pub use raid_array_config::{MdLevel, MdMetadata, RaidArrayConfig, RaidProvisioningSpec, RaidVolumeSelector};

//! Documents about disks and volumes.

mod common;
mod encryption;
mod existing_volume_config;
mod external_volume_config;
mod filesystem_trim_config;
mod fs_scrub;
mod raw_volume_config;
mod swap_volume_config;
mod user_volume_config;
mod volume_config;
mod zswap_config;

pub use common::{DiskSelector, FilesystemType, ProvisioningSpec, ScrubConfig, TrimConfig, XfsSpec};
pub use encryption::{
    EncryptionKey, EncryptionKeyKms, EncryptionKeyNodeId, EncryptionKeyStatic, EncryptionKeyTpm,
    EncryptionKeyTpmOptions, EncryptionProvider, EncryptionSpec,
};
pub use existing_volume_config::{
    ExistingMountSpec, ExistingVolumeConfig, VolumeDiscoverySpec, VolumeSelector,
};
pub use external_volume_config::{ExternalMountSpec, ExternalVolumeConfig, VirtiofsMountSpec};
pub use filesystem_trim_config::FilesystemTrimConfig;
pub use fs_scrub::FilesystemScrubConfig;
pub use raw_volume_config::RawVolumeConfig;
pub use swap_volume_config::SwapVolumeConfig;
pub use user_volume_config::{FilesystemSpec, UserMountSpec, UserVolumeConfig, VolumeType};
pub use volume_config::{MountSpec, SystemVolumeFilesystemSpec, VolumeConfig};
pub use zswap_config::ZswapConfig;

//! Documents about disks and volumes.

use manifest::Secret;
use talos_config::block::{
    DiskSelector, EncryptionKey, EncryptionKeyStatic, EncryptionKeyTpm, EncryptionKeyTpmOptions,
    EncryptionProvider, EncryptionSpec, ExistingVolumeConfig, ExternalMountSpec, ExternalVolumeConfig,
    FilesystemScrubConfig, FilesystemTrimConfig, FilesystemType, ProvisioningSpec, RawVolumeConfig,
    SwapVolumeConfig, UserVolumeConfig, VirtiofsMountSpec, VolumeConfig, VolumeDiscoverySpec, VolumeSelector,
    VolumeType, ZswapConfig,
};
use talos_config::scalar::{Duration, Expression};

use crate::golden;

/// At least ten gigabytes of a disk that is not the system's.
fn ten_gigabytes() -> ProvisioningSpec {
    ProvisioningSpec {
        disk_selector: Some(DiskSelector { r#match: Some(Expression::new("!system_disk")) }),
        min_size: Some("10GB".parse().unwrap()),
        ..ProvisioningSpec::default()
    }
}

#[test]
fn volume_config_is_read_and_written_back() {
    golden::minimal(
        "block/volume_config",
        &VolumeConfig { provisioning: Some(ten_gigabytes()), ..VolumeConfig::new("EPHEMERAL") },
    );
    golden::full::<VolumeConfig>("block/volume_config");
}

#[test]
fn user_volume_config_is_read_and_written_back() {
    golden::minimal(
        "block/user_volume_config",
        &UserVolumeConfig { provisioning: Some(ten_gigabytes()), ..UserVolumeConfig::new("data") },
    );
    golden::full::<UserVolumeConfig>("block/user_volume_config");
}

#[test]
fn raw_volume_config_is_read_and_written_back() {
    golden::minimal(
        "block/raw_volume_config",
        &RawVolumeConfig { provisioning: Some(ten_gigabytes()), ..RawVolumeConfig::new("data") },
    );
    golden::full::<RawVolumeConfig>("block/raw_volume_config");
}

#[test]
fn swap_volume_config_is_read_and_written_back() {
    golden::minimal(
        "block/swap_volume_config",
        &SwapVolumeConfig {
            provisioning: Some(ten_gigabytes()),
            encryption: Some(EncryptionSpec {
                provider: Some(EncryptionProvider::Luks2),
                keys: vec![EncryptionKey {
                    r#static: Some(EncryptionKeyStatic { passphrase: Some(Secret::new("hunter2")) }),
                    ..EncryptionKey::default()
                }],
                ..EncryptionSpec::default()
            }),
            ..SwapVolumeConfig::new("swap")
        },
    );
    golden::full::<SwapVolumeConfig>("block/swap_volume_config");
}

#[test]
fn existing_volume_config_is_read_and_written_back() {
    golden::minimal(
        "block/existing_volume_config",
        &ExistingVolumeConfig {
            discovery: Some(VolumeDiscoverySpec {
                volume_selector: Some(VolumeSelector {
                    r#match: Some(Expression::new("volume.partition_label == \"archive\"")),
                }),
            }),
            ..ExistingVolumeConfig::new("archive")
        },
    );
    golden::full::<ExistingVolumeConfig>("block/existing_volume_config");
}

#[test]
fn external_volume_config_is_read_and_written_back() {
    golden::minimal(
        "block/external_volume_config",
        &ExternalVolumeConfig {
            filesystem_type: Some(FilesystemType::Virtiofs),
            mount: Some(ExternalMountSpec {
                virtiofs: Some(VirtiofsMountSpec { tag: Some("Data".into()) }),
                ..ExternalMountSpec::default()
            }),
            ..ExternalVolumeConfig::new("shared")
        },
    );
    golden::full::<ExternalVolumeConfig>("block/external_volume_config");
}

#[test]
fn filesystem_trim_config_is_read_and_written_back() {
    golden::minimal("block/filesystem_trim_config", &FilesystemTrimConfig::default());
    golden::full::<FilesystemTrimConfig>("block/filesystem_trim_config");
}

#[test]
fn fs_scrub_is_read_and_written_back() {
    golden::minimal(
        "block/fs_scrub",
        &FilesystemScrubConfig {
            interval: Some(Duration::from_nanos(10_000_000_000)),
            ..FilesystemScrubConfig::default()
        },
    );
    golden::full::<FilesystemScrubConfig>("block/fs_scrub");
}

#[test]
fn zswap_config_is_read_and_written_back() {
    golden::minimal("block/zswap_config", &ZswapConfig::default());
    golden::full::<ZswapConfig>("block/zswap_config");
}

#[test]
fn no_registers_are_not_the_same_as_nothing_said_about_them() {
    let bound_to_none = EncryptionKeyTpm {
        options: Some(EncryptionKeyTpmOptions { pcrs: Some(vec![]) }),
        ..EncryptionKeyTpm::default()
    };
    let key = EncryptionKey { tpm: Some(bound_to_none), ..EncryptionKey::default() };
    let spec = EncryptionSpec { keys: vec![key], ..EncryptionSpec::default() };
    let text = golden::written(&RawVolumeConfig { encryption: Some(spec), ..RawVolumeConfig::new("data") });
    assert!(text.ends_with("pcrs: []\n"), "{text}");
}

#[test]
fn words_of_volumes_are_read_in_any_case() {
    assert_eq!("XFS".parse::<FilesystemType>().unwrap(), FilesystemType::Xfs);
    assert_eq!("Directory".parse::<VolumeType>().unwrap().to_string(), "directory");
    let refused = "luks".parse::<EncryptionProvider>().unwrap_err();
    assert_eq!(refused.to_string(), "luks does not belong to EncryptionProviderType values");
}

#[test]
fn a_size_that_is_none_is_refused_at_its_place() {
    let text = "apiVersion: v1alpha1\nkind: UserVolumeConfig\nname: data\nprovisioning:\n  minSize: 10 XB\n  \
                maxSize: 101%\n";
    let found = golden::findings::<UserVolumeConfig>(text);
    let expected = [
        "`provisioning.minSize`: unhandled size name: xb",
        "`provisioning.maxSize`: percentage must be between 0 and 100, got 101",
    ];
    assert_eq!(found, expected);
}

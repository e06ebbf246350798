//! `machine.systemDiskEncryption`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, lost, twice};
use crate::block::{self, EncryptionProvider, EncryptionSpec, VolumeConfig};
use crate::registry::Document;
use crate::v1alpha1::{self, EncryptionConfig};
use crate::version::Minor;

const STATE: &str = "STATE";
const EPHEMERAL: &str = "EPHEMERAL";

static TWICE: Limit = twice("machine.systemDiskEncryption");
static PROVIDER: Limit =
    kept("machine.systemDiskEncryption", "only `luks2` encrypts, and a document refuses another provider");
static OTHER_VOLUME: Limit =
    lost("VolumeConfig.encryption", "the old form encrypts `STATE` and `EPHEMERAL` only");
static KEY: Limit =
    lost("VolumeConfig.encryption.keys", "the old form knows neither `lockToState` nor options of the TPM");
static SLOT: Limit = lost("VolumeConfig.encryption.keys", "the old form numbers slots from 0 to 255");
static DISCARDS: Limit =
    lost("VolumeConfig.encryption.allowDiscards", "the old form never passes on which blocks are free");

/// Encryption of the system partitions.
pub(super) static SETTING: Setting = Setting {
    path: "machine.systemDiskEncryption",
    kinds: &["VolumeConfig"],
    since: Minor::V1_11,
    limits: &[&TWICE, &PROVIDER, &OTHER_VOLUME, &KEY, &SLOT, &DISCARDS],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let old = up.machine.system_disk_encryption.take().unwrap_or_default();
    for (name, partition) in [(STATE, old.state), (EPHEMERAL, old.ephemeral)] {
        let Some(partition) = partition else { continue };
        Stop::if_so(up.is_whole && partition.provider.is_none(), &PROVIDER)?;
        let spec = spec(partition)?;
        let known = up.take_named::<VolumeConfig>(name);
        let document = known.unwrap_or_else(|| VolumeConfig::new(name));
        Stop::if_so(document.encryption.is_some(), &TWICE)?;
        up.put(VolumeConfig { encryption: Some(spec), ..document });
    }
    Ok(())
}

fn spec(old: EncryptionConfig) -> Result<EncryptionSpec, Stop> {
    let provider = match old.provider.as_deref() {
        None | Some("") => None,
        Some("luks2") => Some(EncryptionProvider::Luks2),
        Some(_) => return Err(Stop::at(&PROVIDER)),
    };
    let keys = old.keys.into_iter().map(|key| block::EncryptionKey {
        slot: key.slot.map(i64::from),
        r#static: key.r#static.map(|key| block::EncryptionKeyStatic { passphrase: key.passphrase }),
        node_id: key.node_id.map(|_| block::EncryptionKeyNodeId {}),
        kms: key.kms.map(|key| block::EncryptionKeyKms { endpoint: key.endpoint }),
        tpm: key.tpm.map(|key| block::EncryptionKeyTpm {
            options: None,
            check_secureboot_status_on_enroll: key.check_secureboot_status_on_enroll,
        }),
        lock_to_state: None,
    });
    Ok(EncryptionSpec {
        provider,
        keys: keys.collect(),
        cipher: old.cipher,
        key_size: old.key_size,
        block_size: old.block_size,
        options: old.options,
        allow_discards: None,
    })
}

fn down(down: &mut Down) {
    let mut partitions = Vec::new();
    for document in down.documents() {
        if let Document::VolumeConfig(document) = document
            && let Some(spec) = document.encryption.take()
        {
            partitions.push((document.name.clone(), spec));
        }
    }
    for (name, spec) in partitions {
        let partition = partition(down, &name, spec);
        let encryption = down.machine.system_disk_encryption.get_or_insert_default();
        match &*name {
            STATE => encryption.state = Some(partition),
            EPHEMERAL => encryption.ephemeral = Some(partition),
            _ => down.remark(true, Some(&name), &OTHER_VOLUME),
        }
    }
    for document in down.take::<VolumeConfig>() {
        if document != VolumeConfig::new(&*document.name) {
            down.put_back(document);
        }
    }
}

fn partition(down: &mut Down, name: &str, spec: EncryptionSpec) -> EncryptionConfig {
    down.remark(spec.allow_discards == Some(true), Some(name), &DISCARDS);
    let is_new = |key: &block::EncryptionKey| {
        key.lock_to_state == Some(true) || key.tpm.as_ref().is_some_and(|tpm| tpm.options.is_some())
    };
    down.remark(spec.keys.iter().any(is_new), Some(name), &KEY);
    let slot = |slot: Option<i64>| slot.map(u8::try_from).transpose();
    down.remark(spec.keys.iter().any(|key| slot(key.slot).is_err()), Some(name), &SLOT);
    let keys = spec.keys.into_iter().map(|key| v1alpha1::EncryptionKey {
        r#static: key.r#static.map(|key| v1alpha1::EncryptionKeyStatic { passphrase: key.passphrase }),
        node_id: key.node_id.map(|_| v1alpha1::EncryptionKeyNodeId {}),
        kms: key.kms.map(|key| v1alpha1::EncryptionKeyKms { endpoint: key.endpoint }),
        slot: slot(key.slot).unwrap_or_default(),
        tpm: key.tpm.map(|key| v1alpha1::EncryptionKeyTpm {
            check_secureboot_status_on_enroll: key.check_secureboot_status_on_enroll,
        }),
    });
    EncryptionConfig {
        provider: spec.provider.map(|provider| provider.to_string()),
        keys: keys.collect(),
        cipher: spec.cipher,
        key_size: spec.key_size,
        block_size: spec.block_size,
        options: spec.options,
    }
}

//! `machine.systemDiskEncryption`.

use manifest::Secret;
use serde::{Deserialize, Serialize};

/// Encryption of the system partitions (`v1alpha1.SystemDiskEncryptionConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SystemDiskEncryptionConfig {
    /// The `STATE` partition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<EncryptionConfig>,
    /// The `EPHEMERAL` partition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ephemeral: Option<EncryptionConfig>,
}

/// Encryption of a partition (`v1alpha1.EncryptionConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EncryptionConfig {
    /// `luks2`, the only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// Keys that open the partition; at least one, slots differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<EncryptionKey>,
    /// Cipher. Absent: `aes-xts-plain64`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cipher: Option<String>,
    /// Bits of the key. Absent: as the cipher wants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_size: Option<u64>,
    /// Bytes an encryption sector. Absent: as LUKS chooses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block_size: Option<u64>,
    /// Performance options: `no_read_workqueue`, `no_write_workqueue`, `same_cpu_crypt`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
}

/// A key that opens a partition: exactly one kind of key in a numbered slot (`v1alpha1.EncryptionKey`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EncryptionKey {
    /// A passphrase in this configuration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#static: Option<EncryptionKeyStatic>,
    /// Derived from the UUID of the machine and the label of the partition.
    #[serde(rename = "nodeID", default, skip_serializing_if = "Option::is_none")]
    pub node_id: Option<EncryptionKeyNodeId>,
    /// Sealed by a server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kms: Option<EncryptionKeyKms>,
    /// Number of the LUKS key slot, 0 to 31.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slot: Option<u8>,
    /// Sealed by the TPM.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tpm: Option<EncryptionKeyTpm>,
}

/// A passphrase in the configuration itself (`v1alpha1.EncryptionKeyStatic`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EncryptionKeyStatic {
    /// The passphrase. On the `STATE` partition it would lie beside the data it protects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passphrase: Option<Secret>,
}

/// A key that is derived from the machine; it has no settings (`v1alpha1.EncryptionKeyNodeID`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "EncryptionKeyNodeID")]
pub struct EncryptionKeyNodeId {}

/// A key that a server seals (`v1alpha1.EncryptionKeyKMS`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "EncryptionKeyKMS")]
pub struct EncryptionKeyKms {
    /// URL of the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
}

/// A key that the TPM seals (`v1alpha1.EncryptionKeyTPM`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "EncryptionKeyTPM")]
pub struct EncryptionKeyTpm {
    /// Whether `SecureBoot` must be on when the key is made. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_secureboot_status_on_enroll: Option<bool>,
}

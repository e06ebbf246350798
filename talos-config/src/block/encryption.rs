//! Encryption of a volume.

use manifest::Secret;
use serde::{Deserialize, Serialize};

use crate::scalar::words;

/// How a volume is encrypted (`block.EncryptionSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EncryptionSpec {
    /// How; `luks2`, since `none` is refused where there are keys. A finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<EncryptionProvider>,
    /// What opens the volume; at least one, slots differ. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<EncryptionKey>,
    /// Cipher. Absent: what LUKS has, `aes-xts-plain64`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cipher: Option<String>,
    /// Bits of the key. Absent: what the cipher wants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_size: Option<u64>,
    /// Bytes of an encryption sector. Absent: what LUKS chooses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block_size: Option<u64>,
    /// Performance options, such as `no_read_workqueue`. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// Whether the disk is told which blocks are free. Absent: false. Since 1.14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allow_discards: Option<bool>,
}

/// A key that opens a volume: exactly one kind of key in a numbered slot (`block.EncryptionKey`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EncryptionKey {
    /// Number of the LUKS key slot. Absent: 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slot: Option<i64>,
    /// A passphrase in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#static: Option<EncryptionKeyStatic>,
    /// Derived from the UUID of the machine and the label of the partition.
    #[serde(rename = "nodeID", default, skip_serializing_if = "Option::is_none")]
    pub node_id: Option<EncryptionKeyNodeId>,
    /// Sealed by a server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kms: Option<EncryptionKeyKms>,
    /// Sealed by the TPM.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tpm: Option<EncryptionKeyTpm>,
    /// Whether the key also needs a random part that is kept on the `STATE` volume; refused for that volume itself.
    /// Absent: false. Since 1.11.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock_to_state: Option<bool>,
}

/// A passphrase in the document (`block.EncryptionKeyStatic`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EncryptionKeyStatic {
    /// The passphrase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passphrase: Option<Secret>,
}

/// A key that is derived from the machine; it has no settings (`block.EncryptionKeyNodeID`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "EncryptionKeyNodeID")]
pub struct EncryptionKeyNodeId {}

/// A key that a server seals (`block.EncryptionKeyKMS`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "EncryptionKeyKMS")]
pub struct EncryptionKeyKms {
    /// URL of the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
}

/// A key that the TPM seals (`block.EncryptionKeyTPM`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "EncryptionKeyTPM")]
pub struct EncryptionKeyTpm {
    /// What it is bound to. Since 1.12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<EncryptionKeyTpmOptions>,
    /// Whether secure boot must be on when the key is made. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_secureboot_status_on_enroll: Option<bool>,
}

/// What a key is bound to (`block.EncryptionKeyTPMOptions`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "EncryptionKeyTPMOptions")]
pub struct EncryptionKeyTpmOptions {
    /// Registers whose content the key depends on, 0 to 23. Absent: 7; an empty list: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pcrs: Option<Vec<i64>>,
}

words! {
    /// How a volume is encrypted (`block.EncryptionProviderType`).
    #[doc(alias = "EncryptionProviderType")]
    pub enum EncryptionProvider = "EncryptionProviderType" {
        /// Not at all.
        None = "none",
        /// With LUKS 2.
        Luks2 = "luks2",
    }
}

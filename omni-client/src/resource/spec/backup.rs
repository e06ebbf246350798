//! Backups of etcd: where they go, and one at a given time.

use manifest::Secret;
use serde::{Deserialize, Serialize};

use super::ProtoTimestamp;
use crate::resource::Spec;

/// The store for backups. There is one, with the id `etcd-backup-s3-conf`; for administrators.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "EtcdBackupS3ConfSpec")]
pub struct EtcdBackupS3Config {
    /// Name of the bucket.
    pub bucket: String,
    /// Region of the bucket.
    pub region: String,
    /// URL of the store; empty means that of Amazon.
    pub endpoint: String,
    /// Id of the access key.
    #[serde(rename = "accesskeyid")]
    pub access_key_id: String,
    /// The access key.
    #[serde(rename = "secretaccesskey")]
    pub secret_access_key: Secret,
    /// Token of a session, for keys that end.
    #[serde(rename = "sessiontoken")]
    pub session_token: Secret,
}

impl Spec for EtcdBackupS3Config {
    const TYPE: &'static str = "EtcdBackupS3Configs.omni.sidero.dev";
}

/// Asks for a backup of the cluster whose name is its id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "EtcdManualBackupSpec")]
pub struct EtcdManualBackup {
    /// When: within a minute of the server's time.
    #[serde(rename = "backupat")]
    pub backup_at: Option<ProtoTimestamp>,
}

impl Spec for EtcdManualBackup {
    const TYPE: &'static str = "EtcdManualBackups.omni.sidero.dev";
    const NAMESPACE: &'static str = "ephemeral";
}

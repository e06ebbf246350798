//! Backups of etcd that are in store.

use super::message::message;
use crate::resource::{ProtoTimestamp, Spec};

message! {
    /// A backup of a cluster's etcd. Its id is the cluster's name, a dash and the second in which it was made.
    EtcdBackup = "EtcdBackupSpec" {
        /// When it was made.
        created_at: Option<ProtoTimestamp> = "createdat",
        /// The name of its file.
        snapshot: String = "snapshot",
        /// Its size in bytes.
        size: u64 = "size",
    }
}

impl Spec for EtcdBackup {
    const TYPE: &'static str = "EtcdBackups.omni.sidero.dev";
    const NAMESPACE: &'static str = "external";
}

//! How the backups of a cluster's etcd go.

use super::message::{enumeration, message};
use crate::resource::{ProtoTimestamp, Spec};

message! {
    /// How the backups of a cluster's etcd go. Its id is the cluster's name.
    EtcdBackupStatus = "EtcdBackupStatusSpec" {
        /// What became of the latest one.
        status: Status = "status",
        /// Why it failed; empty if it did not.
        error: String = "error",
        /// When one last succeeded; absent if none has.
        last_backup_time: Option<ProtoTimestamp> = "lastbackuptime",
        /// When one was last tried; absent if none was.
        last_backup_attempt: Option<ProtoTimestamp> = "lastbackupattempt",
    }
}

impl Spec for EtcdBackupStatus {
    const TYPE: &'static str = "EtcdBackupStatuses.omni.sidero.dev";
    const NAMESPACE: &'static str = "metrics";
}

enumeration! {
    /// What became of a backup.
    Status = "EtcdBackupStatusSpec.Status" {
        /// Nothing is known.
        Unknown = 0,
        /// It succeeded.
        Ok = 1,
        /// It failed.
        Error = 2,
        /// It is being made.
        Running = 3,
    }
}

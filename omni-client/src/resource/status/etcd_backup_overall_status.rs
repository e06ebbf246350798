//! How the backups of all clusters' etcd go.

use super::etcd_backup_status::EtcdBackupStatus;
use super::message::message;
use crate::resource::Spec;

message! {
    /// How the backups of all clusters' etcd go. There is one, with the id `etcdbackup-overall-status`.
    EtcdBackupOverallStatus = "EtcdBackupOverallStatusSpec" {
        /// The kind of store: `disabled`, `local` or `s3`.
        configuration_name: String = "configurationname",
        /// Why the store cannot be used; empty if it can.
        configuration_error: String = "configurationerror",
        /// The status of the cluster whose backups changed last; absent if there is none.
        last_backup_status: Option<EtcdBackupStatus> = "lastbackupstatus",
    }
}

impl Spec for EtcdBackupOverallStatus {
    const TYPE: &'static str = "EtcdBackupOverallStatuses.omni.sidero.dev";
    const NAMESPACE: &'static str = "metrics";
}

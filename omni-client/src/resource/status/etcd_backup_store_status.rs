//! Where backups of etcd are kept.

use super::message::message;
use crate::resource::Spec;

message! {
    /// Where backups of etcd are kept. There is one, with the id `etcdbackup-store-status`.
    EtcdBackupStoreStatus = "EtcdBackupStoreStatusSpec" {
        /// The kind of store: `disabled`, `local` or `s3`.
        configuration_name: String = "configurationname",
        /// Why the store cannot be used; empty if it can.
        configuration_error: String = "configurationerror",
    }
}

impl Spec for EtcdBackupStoreStatus {
    const TYPE: &'static str = "EtcdBackupStoreStatuses.omni.sidero.dev";
    const NAMESPACE: &'static str = "ephemeral";
}

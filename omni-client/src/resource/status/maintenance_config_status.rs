//! Which maintenance configuration a machine was given.

use super::message::message;
use crate::resource::Spec;

message! {
    /// Which configuration a machine was last given while it had none of a cluster. Its id is the machine's UUID.
    MaintenanceConfigStatus = "MaintenanceConfigStatusSpec" {
        /// The public `SideroLink` key that the machine had then; if it has another by now, it has booted anew.
        public_key_at_last_apply: String = "publickeyatlastapply",
        /// A hash of what the configuration was made from; empty if none was given.
        last_applied_config_hash: String = "lastappliedconfighash",
    }
}

impl Spec for MaintenanceConfigStatus {
    const TYPE: &'static str = "MaintenanceConfigStatuses.omni.sidero.dev";
}

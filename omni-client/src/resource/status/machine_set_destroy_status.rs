//! How far the removal of a set of machines is.

use super::cluster_destroy_status::DestroyStatus;
use crate::resource::Spec;

/// How far the removal of a set of machines is. Its id is that of the set.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct MachineSetDestroyStatus(pub DestroyStatus);

impl Spec for MachineSetDestroyStatus {
    const TYPE: &'static str = "MachineSetDestroyStatuses.omni.sidero.dev";
    const NAMESPACE: &'static str = "ephemeral";
}

//! Machines that are yet to join.

use super::link::Siderolink;
use crate::resource::Spec;

/// A machine that has called but is not yet let in. Its id is the machine's public `WireGuard` key.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct PendingMachine(pub Siderolink);

impl Spec for PendingMachine {
    const TYPE: &'static str = "PendingMachines.omni.sidero.dev";
    const NAMESPACE: &'static str = "ephemeral";
}

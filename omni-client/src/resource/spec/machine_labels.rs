//! Labels that users give to machines.

use serde::{Deserialize, Serialize};

use crate::resource::Spec;

/// Labels for the machine whose id it has: those of its own metadata. They lie over the labels that the boot image
/// brought; keys under `omni.sidero.dev/` have no effect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "MachineLabelsSpec")]
pub struct MachineLabels {}

impl Spec for MachineLabels {
    const TYPE: &'static str = "MachineLabels.omni.sidero.dev";
}

//! Machines in a set.

use serde::{Deserialize, Serialize};

use super::MachineSet;
use crate::resource::{Resource, Spec, annotation, label};

/// Puts the machine whose id it has into a machine set. The machine need not be known to Omni yet; it can be in one
/// set only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "MachineSetNodeSpec")]
pub struct MachineSetNode {}

impl Spec for MachineSetNode {
    const TYPE: &'static str = "MachineSetNodes.omni.sidero.dev";
}

impl Resource<MachineSetNode> {
    /// Puts a machine into a set: with the set's cluster and role.
    #[must_use]
    pub fn of_set(machine: impl Into<String>, set: &Resource<MachineSet>) -> Self {
        let mut node = Self::new(machine, MachineSetNode {});
        let inherited = [label::CLUSTER, label::ROLE_CONTROL_PLANE, label::ROLE_WORKER];
        for key in inherited {
            if let Some(value) = set.metadata.label(key) {
                node = node.labelled(key, value);
            }
        }
        node.labelled(label::MACHINE_SET, set.id())
    }

    /// Keeps a worker machine as it is: no new configuration, no upgrade, no removal.
    #[must_use]
    pub fn locked(self) -> Self {
        self.annotated(annotation::LOCKED, "")
    }
}

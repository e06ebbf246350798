//! Which patches reach a machine, and in which order.

use std::fmt;

use super::index::Index;
use super::{InCluster, Member};
use crate::OmniVersion;
use crate::resource::{ConfigPatch, Phase, Resource, label};

/// The layers in which patches are applied; a later layer wins over an earlier one, whatever the ids are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Layer {
    /// Patches of the cluster.
    Cluster,
    /// Patches of the machine set.
    MachineSet,
    /// Patches of the machine in this cluster.
    ClusterMachine,
    /// Patches of the machine itself.
    Machine,
}

/// A patch on its way to a machine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AppliedPatch<'r> {
    /// The layer by which it gets there.
    pub layer: Layer,
    /// The patch.
    pub patch: &'r Resource<ConfigPatch>,
}

/// Patches, ready to be asked which of them reach a machine.
///
/// The rules are those of Omni's `layeredresource.go`: labels select by equality, and a label for something narrower
/// keeps a patch from the wider layers even if it names nothing.
///
/// ```
/// use omni_client::resource::{ConfigPatch, Resource};
/// use omni_client::scope::{ConfigPatches, Member};
/// use omni_client::{OmniVersion, Scope};
///
/// let cluster = Scope::Cluster { cluster: "prod".into() };
/// let set = Scope::MachineSet { cluster: "prod".into(), machine_set: "prod-workers".into() };
/// let late = Resource::new("900-x", ConfigPatch::new("machine: {}")).scoped(&cluster);
/// let early = Resource::new("100-x", ConfigPatch::new("machine: {}")).scoped(&set);
/// let patches = ConfigPatches::new([&late, &early], OmniVersion::LATEST);
/// let order: Vec<_> =
///     patches.of(Member::new("aaaa", "prod", "prod-workers")).map(|applied| applied.patch.id()).collect();
/// assert_eq!(order, ["900-x", "100-x"]);
/// ```
#[derive(Clone, Debug)]
pub struct ConfigPatches<'r> {
    index: Index<'r, ConfigPatch>,
    omni: OmniVersion,
}

impl<'r> ConfigPatches<'r> {
    /// Takes in patches. What is going, what is disabled and what has no text is left out, as Omni does.
    #[must_use]
    pub fn new(patches: impl IntoIterator<Item = &'r Resource<ConfigPatch>>, omni: OmniVersion) -> Self {
        let mut index = Index::new();
        for patch in patches.into_iter().filter(|patch| is_active(patch, omni)) {
            match patch.metadata.label(label::MACHINE) {
                Some(machine) => index.insert_at_machine(machine, patch),
                None => index.insert_in_cluster(patch),
            }
        }
        index.sort();
        Self { index, omni }
    }

    /// The patches that reach a machine, in the order in which they are applied: by layer, and inside a layer by
    /// the bytes of the id. In maintenance a machine gets its own patches only, and before Omni 1.9 none.
    pub fn of(&self, member: Member<'_>) -> impl Iterator<Item = AppliedPatch<'r>> {
        let own: &[_] = if member.place.is_some() || self.omni.patches_machines_in_maintenance() {
            self.index.of_machine(member.machine)
        } else {
            &[]
        };
        let (mut cluster, mut set, mut machine): (&[_], &[_], &[_]) = (&[], &[], &[]);
        if let Some(InCluster { cluster: name, machine_set }) = member.place {
            cluster = self.index.of_cluster(name);
            set = self.index.of_machine_set(name, machine_set);
            machine = self.index.of_cluster_machine(name, member.machine);
        }
        // A patch of this set is applied with the set, also where it names the machine besides.
        let taken: Vec<_> = machine.iter().copied().filter(|patch| !is_of_set(patch, member)).collect();
        let layer = |layer, patches: &[&'r Resource<ConfigPatch>]| {
            patches.iter().map(|&patch| AppliedPatch { layer, patch }).collect::<Vec<_>>()
        };
        layer(Layer::Cluster, cluster)
            .into_iter()
            .chain(layer(Layer::MachineSet, set))
            .chain(layer(Layer::ClusterMachine, &taken))
            .chain(layer(Layer::Machine, own))
    }
}

fn is_active(patch: &Resource<ConfigPatch>, omni: OmniVersion) -> bool {
    let disabled = omni.honours_disabled_patches() && patch.metadata.label(label::DISABLED).is_some();
    let blank = patch.spec.compressed_data.is_empty() && patch.spec.data.trim().is_empty();
    patch.metadata.phase == Phase::Running && !disabled && !blank
}

fn is_of_set(patch: &Resource<ConfigPatch>, member: Member<'_>) -> bool {
    member.place.is_some_and(|place| patch.metadata.label(label::MACHINE_SET) == Some(place.machine_set))
}

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Cluster => "cluster",
            Self::MachineSet => "machine set",
            Self::ClusterMachine => "machine in the cluster",
            Self::Machine => "machine",
        })
    }
}

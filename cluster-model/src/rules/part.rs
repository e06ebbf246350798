//! The parts of an estate that edits change apart from each other.

use std::sync::Arc;

use omni_client::resource::Resource;

use crate::effective::Effective;
use crate::estate::{
    Declared, DeclaredPatch, Estate, Location, Machine, OmniEstate, SiteNetwork, is_same_list,
};
use crate::import::{File, Meaning};

/// A part of an estate, for what a rule [reads](super::Reads). What is none of them are settings of the cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The machines.
    Machines,
    /// Of the machines only what they are, which few edits change: names, ids, roles, sets, interfaces and disks.
    Members,
    /// Of the machines only their names and addresses.
    Addresses,
    /// The configurations that machines end up with, with the patches that are in them.
    Configurations,
    /// Config patches of Omni.
    Patches,
    /// Lists of extensions of Omni.
    Lists,
    /// All resources of Omni.
    Resources,
    /// Of the resources of Omni only which there are, for whom, and how the machines of sets are chosen: no other content.
    Identities,
    /// Addresses that are taken, by what configurations name as by what the cluster declares.
    Taken,
    /// Objects of Kubernetes and what is installed from charts.
    Objects,
    /// The paths of all files, and the texts of those that are for people or not understood.
    Files,
}

impl Part {
    pub(super) const ALL: [Self; 11] = [
        Self::Machines,
        Self::Members,
        Self::Addresses,
        Self::Configurations,
        Self::Patches,
        Self::Lists,
        Self::Resources,
        Self::Identities,
        Self::Taken,
        Self::Objects,
        Self::Files,
    ];

    /// Whether it is the very same in both: the same pieces of memory for what is looked at as a whole.
    pub(super) fn is_same(self, one: &Estate, other: &Estate) -> bool {
        match self {
            Self::Machines | Self::Members | Self::Addresses => is_same_list(&one.machines, &other.machines),
            Self::Configurations => is_same_list(&one.effective, &other.effective),
            Self::Patches => is_same_list(&one.omni.patches, &other.omni.patches),
            Self::Lists => is_same_list(&one.omni.extensions, &other.omni.extensions),
            Self::Resources | Self::Identities => has_same_resources(&one.omni, &other.omni),
            Self::Taken => one.network.taken == other.network.taken,
            Self::Objects => has_same_objects(one, other),
            Self::Files => has_same_files(&one.files, &other.files),
        }
    }

    /// Whether it is the same but for where it stands.
    pub(super) fn is_alike(self, one: &Estate, other: &Estate) -> bool {
        let (own, others) = (&one.omni, &other.omni);
        match self {
            Self::Machines => {
                let is_alike = |one: &Machine, other: &Machine| {
                    one.effective == other.effective && one.is_same_apart_from_places(other)
                };
                all(&one.machines, &other.machines, is_alike)
            }
            Self::Members => all(&one.machines, &other.machines, Machine::is_same_member),
            Self::Addresses => all(&one.machines, &other.machines, Machine::has_same_addresses),
            Self::Configurations => all(&one.effective, &other.effective, Effective::is_alike),
            Self::Patches => all(&own.patches, &others.patches, Depth::Whole.of_patches()),
            Self::Lists => all(&own.extensions, &others.extensions, Depth::Whole.of_resources()),
            Self::Resources => Depth::Whole.is_alike(own, others),
            Self::Identities => Depth::Identity.is_alike(own, others),
            Self::Taken | Self::Objects | Self::Files => self.is_same(one, other),
        }
    }

    /// Lays it out in an estate. From an estate without parts, that takes it away again.
    pub(super) fn put(self, from: &Estate, into: &mut Estate) {
        match self {
            Self::Machines | Self::Members | Self::Addresses => into.machines.clone_from(&from.machines),
            Self::Configurations => into.effective.clone_from(&from.effective),
            Self::Patches => into.omni.patches.clone_from(&from.omni.patches),
            Self::Lists => into.omni.extensions.clone_from(&from.omni.extensions),
            Self::Resources | Self::Identities => into.omni.clone_from(&from.omni),
            Self::Taken => into.network.taken.clone_from(&from.network.taken),
            Self::Objects => {
                into.manifests.clone_from(&from.manifests);
                into.releases.clone_from(&from.releases);
            }
            Self::Files => into.files = Arc::clone(&from.files),
        }
    }
}

/// How much of a resource is compared with another one, wherever both stand.
#[derive(Clone, Copy)]
enum Depth {
    /// All of it.
    Whole,
    /// Which it is, and for whom.
    Identity,
}

impl Depth {
    fn is_alike(self, one: &OmniEstate, other: &OmniEstate) -> bool {
        let OmniEstate { clusters, machine_sets, nodes, patches, extensions, kernel_args, others } = one;
        all(clusters, &other.clusters, self.of_resources())
            // How a set chooses its machines belongs to whom it is for.
            && all(machine_sets, &other.machine_sets, Self::Whole.of_resources())
            && all(nodes, &other.nodes, self.of_resources())
            && all(patches, &other.patches, self.of_patches())
            && all(extensions, &other.extensions, self.of_resources())
            && all(kernel_args, &other.kernel_args, self.of_resources())
            && all(others, &other.others, |one, other| {
                one.at.base == other.at.base
                    && match self {
                        Self::Whole => one.value == other.value,
                        Self::Identity => one.value.metadata() == other.value.metadata(),
                    }
            })
    }

    fn of_resources<S: PartialEq>(self) -> impl Fn(&Declared<Resource<S>>, &Declared<Resource<S>>) -> bool {
        move |one, other| {
            one.at.base == other.at.base
                && one.value.metadata == other.value.metadata
                && (matches!(self, Self::Identity) || one.value.spec == other.value.spec)
        }
    }

    fn of_patches(self) -> impl Fn(&DeclaredPatch, &DeclaredPatch) -> bool {
        move |one, other| {
            one.resource.metadata == other.resource.metadata
                && match self {
                    Self::Whole => one.is_alike(other) && one.resource.spec == other.resource.spec,
                    Self::Identity => one.at.base == other.at.base,
                }
        }
    }
}

/// Whether two lists have things that are alike at the same places.
fn all<T>(one: &[Arc<T>], other: &[Arc<T>], is_alike: impl Fn(&T, &T) -> bool) -> bool {
    let mut both = one.iter().zip(other);
    one.len() == other.len() && both.all(|(one, other)| Arc::ptr_eq(one, other) || is_alike(one, other))
}

/// An estate without its parts.
pub(super) fn settings_of(estate: &Estate) -> Estate {
    let Estate {
        name,
        versions,
        vocabulary,
        accelerators,
        machines_place,
        machines: _,
        network: SiteNetwork { subnet, nameservers, taken: _ },
        talos,
        cilium,
        rollout,
        access,
        effective: _,
        omni: _,
        manifests: _,
        releases: _,
        files: _,
    } = estate;
    Estate {
        name: name.clone(),
        versions: versions.clone(),
        vocabulary: vocabulary.clone(),
        accelerators: accelerators.clone(),
        machines_place: machines_place.clone(),
        network: SiteNetwork {
            subnet: subnet.clone(),
            nameservers: nameservers.clone(),
            ..SiteNetwork::default()
        },
        talos: talos.clone(),
        cilium: cilium.clone(),
        rollout: rollout.clone(),
        access: access.clone(),
        ..Estate::empty()
    }
}

/// Whether two estates are equal but for their parts.
pub(super) fn has_same_settings(one: &Estate, other: &Estate) -> bool {
    has_alike_settings(one, other)
        && one.versions == other.versions
        && one.talos == other.talos
        && one.machines_place == other.machines_place
}

/// Whether they are equal but for their parts, and for where the resource of the cluster and its machines stand: an edit of a
/// template moves all that stands below it.
pub(super) fn has_alike_settings(one: &Estate, other: &Estate) -> bool {
    one.name == other.name
        && one.versions.are_alike(&other.versions)
        && one.machines_place.is_some() == other.machines_place.is_some()
        && one.vocabulary == other.vocabulary
        && one.accelerators == other.accelerators
        && (&one.network.subnet, &one.network.nameservers)
            == (&other.network.subnet, &other.network.nameservers)
        && match (&one.talos, &other.talos) {
            (Some(one), Some(other)) => one.are_alike(other),
            (one, other) => one.is_none() && other.is_none(),
        }
        && one.cilium == other.cilium
        && one.rollout == other.rollout
        && one.access == other.access
}

fn has_same_resources(one: &OmniEstate, other: &OmniEstate) -> bool {
    let OmniEstate { clusters, machine_sets, nodes, patches, extensions, kernel_args, others } = one;
    is_same_list(clusters, &other.clusters)
        && is_same_list(machine_sets, &other.machine_sets)
        && is_same_list(nodes, &other.nodes)
        && is_same_list(patches, &other.patches)
        && is_same_list(extensions, &other.extensions)
        && is_same_list(kernel_args, &other.kernel_args)
        && is_same_list(others, &other.others)
}

/// Whether objects and charts are those of the same reading of the same files.
fn has_same_objects(one: &Estate, other: &Estate) -> bool {
    let is_same = |(one, other): (&Location, &Location)| one.is_same_reading(other);
    let objects = one.manifests.iter().zip(&other.manifests);
    let releases = one.releases.iter().zip(&other.releases);
    one.manifests.len() == other.manifests.len()
        && one.releases.len() == other.releases.len()
        && objects.into_iter().all(|(one, other)| is_same((&one.at, &other.at)))
        && releases.into_iter().all(|(one, other)| {
            let values = one.values.iter().zip(&other.values);
            let by = one.installed_by.iter().zip(&other.installed_by);
            one.values.len() == other.values.len()
                && one.installed_by.is_some() == other.installed_by.is_some()
                && values.chain(by).all(is_same)
                && (&one.not_found, one.is_partial) == (&other.not_found, other.is_partial)
                && (&one.chart, &one.name, &one.namespace, &one.version)
                    == (&other.chart, &other.name, &other.namespace, &other.version)
        })
}

fn has_same_files(one: &[File], other: &[File]) -> bool {
    let is_same = |(one, other): (&File, &File)| {
        one.path == other.path
            && one.meaning == other.meaning
            && (!is_read(one) || one.source == other.source)
    };
    one.len() == other.len() && one.iter().zip(other).all(is_same)
}

/// The files with those texts that a rule may read itself: those of the last time, where they are the same.
pub(super) fn readable(estate: &Estate, before: Option<&Estate>) -> Arc<Vec<File>> {
    if let Some(before) = before.filter(|before| Part::Files.is_same(before, estate)) {
        return Arc::clone(&before.files);
    }
    let source = |file: &File| file.source.clone().filter(|_| is_read(file));
    let files = estate.files.iter();
    Arc::new(files.map(|file| File { source: source(file), ..file.clone() }).collect())
}

/// Whether a rule may read the text of a file itself, because nothing else does.
fn is_read(file: &File) -> bool {
    matches!(file.meaning, Meaning::Text | Meaning::Unknown(_))
}

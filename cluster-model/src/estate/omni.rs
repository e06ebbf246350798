//! What is declared for Omni, in the estate.

use std::sync::Arc;

use omni_client::resource::{
    AnyResource, Cluster, ConfigPatch, ExtensionsConfiguration, KernelArgs, MachineSet, MachineSetNode,
    Metadata, Resource,
};
use talos_config::Minor;

use super::{Host, Location, Text};
use crate::effective::{LastReading, LoadedPatch};

/// A value and the part of a document that declares it.
#[derive(Clone, Debug, PartialEq)]
pub struct Declared<T> {
    /// The value.
    pub value: T,
    /// Where it is declared: the resource itself, or the part of a cluster template that renders to it.
    pub at: Location,
}

/// A config patch, with its text.
#[derive(Clone, Debug, PartialEq)]
pub struct DeclaredPatch {
    /// The resource.
    pub resource: Resource<ConfigPatch>,
    /// Where it is declared.
    pub at: Location,
    /// Its text, which knows its place in the file.
    pub text: Text,
    /// Whether its text may hold several documents: it has what separates them.
    pub(crate) has_separator: bool,
    /// What Talos made of it when it was last asked.
    reading: LastReading,
}

impl DeclaredPatch {
    pub(crate) fn new(resource: Resource<ConfigPatch>, at: Location, text: Text) -> Self {
        let has_separator = text.source.text().contains("---");
        Self { resource, at, text, has_separator, reading: LastReading::default() }
    }

    /// The patch as a minor of Talos reads it, which is kept until another minor is asked for.
    pub(crate) fn loaded(&self, minor: Minor) -> Arc<LoadedPatch> {
        self.reading.of(&self.text, minor)
    }

    pub(crate) fn is_loaded(&self, minor: Minor) -> bool {
        self.reading.is_of(minor)
    }

    /// Whether it says what the other one says, in the same way from the same kind of place: all but where that is.
    pub(crate) fn is_alike(&self, other: &Self) -> bool {
        let is_host = |one: &Host, other: &Host| std::mem::discriminant(one) == std::mem::discriminant(other);
        self.resource.id() == other.resource.id()
            && self.text.source == other.text.source
            && self.at.base == other.at.base
            && is_host(&self.text.host, &other.text.host)
    }
}

/// Resources of Omni, those that cluster templates render to included, in the order of the files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OmniEstate {
    /// Clusters.
    pub clusters: Vec<Arc<Declared<Resource<Cluster>>>>,
    /// Sets of machines.
    pub machine_sets: Vec<Arc<Declared<Resource<MachineSet>>>>,
    /// Machines in sets.
    pub nodes: Vec<Arc<Declared<Resource<MachineSetNode>>>>,
    /// Config patches.
    pub patches: Vec<Arc<DeclaredPatch>>,
    /// Lists of extensions.
    pub extensions: Vec<Arc<Declared<Resource<ExtensionsConfiguration>>>>,
    /// Kernel arguments.
    pub kernel_args: Vec<Arc<Declared<Resource<KernelArgs>>>>,
    /// All other resources.
    pub others: Vec<Arc<Declared<AnyResource>>>,
}

impl OmniEstate {
    /// Files a resource under its type. A patch also needs its text.
    pub fn add(&mut self, resource: AnyResource, at: Location, text: Option<Text>) {
        fn declared<T>(value: T, at: Location) -> Arc<Declared<T>> {
            Arc::new(Declared { value, at })
        }
        match resource {
            AnyResource::Cluster(value) => self.clusters.push(declared(value, at)),
            AnyResource::MachineSet(value) => self.machine_sets.push(declared(value, at)),
            AnyResource::MachineSetNode(value) => self.nodes.push(declared(value, at)),
            AnyResource::ConfigPatch(resource) => {
                let text = text.unwrap_or_else(|| Text::inside(at.clone(), &resource.spec.data));
                self.patches.push(Arc::new(DeclaredPatch::new(resource, at, text)));
            }
            AnyResource::ExtensionsConfiguration(value) => self.extensions.push(declared(value, at)),
            AnyResource::KernelArgs(value) => self.kernel_args.push(declared(value, at)),
            other => self.others.push(declared(other, at)),
        }
    }

    /// Adds all resources of another one behind those that are there.
    pub(crate) fn extend(&mut self, other: &Self) {
        let Self { clusters, machine_sets, nodes, patches, extensions, kernel_args, others } = other;
        self.clusters.extend_from_slice(clusters);
        self.machine_sets.extend_from_slice(machine_sets);
        self.nodes.extend_from_slice(nodes);
        self.patches.extend_from_slice(patches);
        self.extensions.extend_from_slice(extensions);
        self.kernel_args.extend_from_slice(kernel_args);
        self.others.extend_from_slice(others);
    }

    /// Whether nothing is declared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.metadata().next().is_none()
    }

    /// Keeps the resources whose metadata are wanted.
    pub(crate) fn retain(&mut self, is_wanted: impl Fn(&Metadata) -> bool) {
        self.clusters.retain(|one| is_wanted(&one.value.metadata));
        self.machine_sets.retain(|one| is_wanted(&one.value.metadata));
        self.nodes.retain(|one| is_wanted(&one.value.metadata));
        self.patches.retain(|one| is_wanted(&one.resource.metadata));
        self.extensions.retain(|one| is_wanted(&one.value.metadata));
        self.kernel_args.retain(|one| is_wanted(&one.value.metadata));
        self.others.retain(|one| is_wanted(one.value.metadata()));
    }

    /// Metadata of all resources, with the places of the resources.
    pub fn metadata(&self) -> impl Iterator<Item = (&Metadata, &Location)> {
        let clusters = self.clusters.iter().map(|one| (&one.value.metadata, &one.at));
        let sets = self.machine_sets.iter().map(|one| (&one.value.metadata, &one.at));
        let nodes = self.nodes.iter().map(|one| (&one.value.metadata, &one.at));
        let patches = self.patches.iter().map(|one| (&one.resource.metadata, &one.at));
        let extensions = self.extensions.iter().map(|one| (&one.value.metadata, &one.at));
        let kernel_args = self.kernel_args.iter().map(|one| (&one.value.metadata, &one.at));
        let others = self.others.iter().map(|one| (one.value.metadata(), &one.at));
        clusters.chain(sets).chain(nodes).chain(patches).chain(extensions).chain(kernel_args).chain(others)
    }
}

//! One side of a plan: what is declared.

use std::collections::{BTreeMap, BTreeSet};

use cilium_values::CiliumVersion;
use manifest::yaml::{Reading, WriteError};
use manifest::{Segment, Value};
use omni_client::resource::{self, AnyResource, MachineSet, Resource, label};
use serde::Serialize;
use talos_config::{Minor, TalosVersion};

use crate::Cluster;
use crate::estate::{Location, Manifest, OmniEstate};
use crate::import::Repository;
use crate::spec::ClusterSpec;

/// What is declared about a cluster: Omni's resources, and every other document of the files.
#[derive(Clone, Debug, Default)]
pub struct Declared {
    pub(super) omni: BTreeMap<ResourceId, AnyResource>,
    pub(super) others: BTreeMap<ResourceId, Value>,
    names: BTreeMap<String, String>,
    cilium: Option<CiliumVersion>,
}

/// Which resource is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ResourceId {
    /// The type in Omni, the kind in Kubernetes, `HelmValues` for values of charts.
    pub kind: String,
    /// The id in Omni, `namespace/name` in Kubernetes, else the file, with the path in it if they are a part of one.
    pub id: String,
}

/// How many replicas of its data the storage keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Storage {
    /// The smallest number that is declared.
    pub replicas: u32,
    /// Which resource says so.
    pub source: ResourceId,
}

/// A machine as Omni knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Member<'d> {
    pub(super) id: &'d str,
    pub(super) cluster: &'d str,
    pub(super) set: &'d str,
    pub(super) control_plane: bool,
}

impl Declared {
    /// What a cluster declares.
    ///
    /// Fails only if a value cannot be written as YAML, as [`Cluster::artifacts`] does.
    pub fn of(cluster: &Cluster) -> Result<Self, WriteError> {
        let artifacts =
            cluster.artifacts()?.into_iter().map(|artifact| (artifact.path, artifact.text.into_bytes()));
        let mut declared = Self::in_repository(&Repository::read(artifacts));
        declared.take_spec(cluster.spec());
        Ok(declared)
    }

    /// What a repository declares. A cluster spec in it gives the machines their names, and is what is declared if
    /// nothing else is said for Omni.
    ///
    /// What could not be read is in [`Repository::findings`], and not in the plan.
    #[must_use]
    pub fn read(repository: &Repository) -> Self {
        let mut declared = Self::in_repository(repository);
        if let Some(source) = repository.spec() {
            if declared.omni.is_empty() {
                let cluster = crate::check(source).cluster;
                return cluster.and_then(|cluster| Self::of(&cluster).ok()).unwrap_or_default();
            }
            if let Some(spec) = crate::spec::read(source).spec {
                declared.take_spec(&spec);
            }
        }
        declared
    }

    fn in_repository(repository: &Repository) -> Self {
        let mut declared = Self::default();
        // A template repeats what files of their own say; where they differ, the file is what is applied.
        let (files, templates): (Vec<_>, Vec<_>) =
            omni(repository.omni()).into_iter().partition(|(_, at)| at.base.is_root());
        for (resource, _) in templates.into_iter().chain(files) {
            declared.insert(resource);
        }
        for manifest in repository.manifests() {
            declared.others.insert(of_manifest(manifest), value(&manifest.at));
        }
        for release in repository.releases() {
            for values in &release.values {
                declared.others.insert(of_values(values), value(values));
            }
            if release.chart == "cilium" {
                let version = release.version.as_ref().and_then(|version| version.value.parse().ok());
                declared.cilium = version.or(declared.cilium);
            }
        }
        declared
    }

    /// Whether nothing at all is declared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.omni.is_empty() && self.others.is_empty()
    }

    /// How a machine is called: its name if the spec says one, else its UUID.
    #[must_use]
    pub fn name<'d>(&'d self, machine: &'d str) -> &'d str {
        self.names.get(machine).map_or(machine, String::as_str)
    }

    /// The version of Cilium's chart, if the spec says one.
    #[must_use]
    pub fn cilium(&self) -> Option<&CiliumVersion> {
        self.cilium.as_ref()
    }

    /// Talos' version in a cluster.
    #[must_use]
    pub fn talos(&self, cluster: &str) -> Option<TalosVersion> {
        self.cluster(cluster)?.talos_version.parse().ok()
    }

    /// How many replicas the storage keeps, if that is declared: by a `StorageClass` (`numberOfReplicas`) or by the
    /// values of Longhorn's chart.
    #[must_use]
    pub fn storage(&self) -> Option<Storage> {
        const PATHS: [&[&str]; 3] = [
            &["parameters", "numberOfReplicas"],
            &["persistence", "defaultClassReplicaCount"],
            &["defaultSettings", "defaultReplicaCount"],
        ];
        let declared = self.others.iter().flat_map(|(source, value)| {
            let found = PATHS.iter().filter_map(|path| {
                let value = path.iter().try_fold(value, |value, key| value.get(key))?;
                value
                    .as_i64()
                    .and_then(|number| number.try_into().ok())
                    .or_else(|| value.as_str()?.parse().ok())
            });
            found.map(|replicas| Storage { replicas, source: source.clone() }).collect::<Vec<_>>()
        });
        declared.min_by_key(|storage| storage.replicas)
    }

    pub(super) fn minor(&self, cluster: &str) -> Minor {
        self.talos(cluster).and_then(|version| version.minor()).unwrap_or_default()
    }

    pub(super) fn cluster(&self, name: &str) -> Option<&resource::Cluster> {
        self.omni.values().find_map(|resource| match resource {
            AnyResource::Cluster(cluster) if cluster.id() == name => Some(&cluster.spec),
            _ => None,
        })
    }

    /// The machines of all sets, by id.
    pub(super) fn members(&self) -> BTreeMap<&str, Member<'_>> {
        let control_planes: BTreeSet<&str> = self
            .sets()
            .filter(|set| set.metadata.label(label::ROLE_CONTROL_PLANE).is_some())
            .map(Resource::id)
            .collect();
        let members = self.omni.values().filter_map(|resource| {
            let AnyResource::MachineSetNode(node) = resource else { return None };
            let set = node.metadata.label(label::MACHINE_SET)?;
            let cluster = node.metadata.label(label::CLUSTER)?;
            Some((
                node.id(),
                Member { id: node.id(), cluster, set, control_plane: control_planes.contains(set) },
            ))
        });
        members.collect()
    }

    pub(super) fn sets(&self) -> impl Iterator<Item = &Resource<MachineSet>> {
        self.omni.values().filter_map(|resource| match resource {
            AnyResource::MachineSet(set) => Some(set),
            _ => None,
        })
    }

    fn take_spec(&mut self, spec: &ClusterSpec) {
        self.names = spec.nodes.iter().map(|(name, node)| (node.id.to_string(), name.to_string())).collect();
        self.cilium = spec.cilium.as_ref().map(|_| spec.versions.cilium.clone());
    }

    fn insert(&mut self, resource: AnyResource) {
        let metadata = resource.metadata();
        let id = ResourceId { kind: metadata.resource_type.clone(), id: metadata.id.clone() };
        self.omni.insert(id, resource);
    }
}

fn omni(estate: &OmniEstate) -> Vec<(AnyResource, &Location)> {
    let OmniEstate { clusters, machine_sets, nodes, patches, extensions, kernel_args, others } = estate;
    let clusters = clusters.iter().map(|one| (AnyResource::Cluster(one.value.clone()), &one.at));
    let sets = machine_sets.iter().map(|one| (AnyResource::MachineSet(one.value.clone()), &one.at));
    let nodes = nodes.iter().map(|one| (AnyResource::MachineSetNode(one.value.clone()), &one.at));
    let patches = patches.iter().map(|one| (AnyResource::ConfigPatch(one.resource.clone()), &one.at));
    let lists =
        extensions.iter().map(|one| (AnyResource::ExtensionsConfiguration(one.value.clone()), &one.at));
    let args = kernel_args.iter().map(|one| (AnyResource::KernelArgs(one.value.clone()), &one.at));
    let others = others.iter().map(|one| (one.value.clone(), &one.at));
    clusters.chain(sets).chain(nodes).chain(patches).chain(lists).chain(args).chain(others).collect()
}

fn of_manifest(manifest: &Manifest) -> ResourceId {
    let Manifest { kind, namespace, name, .. } = manifest;
    let id = if namespace.is_empty() { name.clone() } else { format!("{namespace}/{name}") };
    ResourceId { kind: kind.clone(), id }
}

fn of_values(values: &Location) -> ResourceId {
    let file = values.document.source().name();
    let id = if values.base.is_root() { file.to_owned() } else { format!("{file}, {}", values.base) };
    ResourceId { kind: "HelmValues".to_owned(), id }
}

fn value(at: &Location) -> Value {
    let whole: Value = at.document.decode(Reading::Json).value.unwrap_or_default();
    let part = at.base.segments().iter().try_fold(&whole, |value, segment| match segment {
        Segment::Key(key) => value.get(key),
        Segment::Index(index) => value.as_sequence()?.get(*index),
    });
    part.cloned().unwrap_or_default()
}

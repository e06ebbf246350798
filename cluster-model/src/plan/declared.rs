//! One side of a plan: what is declared.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use cilium_values::CiliumVersion;
use manifest::yaml::{Document, Node, Reading, WriteError};
use manifest::{FieldPath, Part, Place, Segment, Source, Value};
use omni_client::resource::{self, AnyResource, MachineSet, Resource, label};
use serde::Serialize;
use talos_config::{Minor, TalosVersion};

use crate::Cluster;
use crate::estate::{Estate, HelmRelease, Location, Manifest, OmniEstate};
use crate::import::Repository;
use crate::scalar::KubernetesVersion;
use crate::spec::ClusterSpec;

/// What is declared about a cluster: Omni's resources, and every other document of the files.
#[derive(Clone, Debug, Default)]
pub struct Declared {
    pub(super) omni: BTreeMap<ResourceId, AnyResource>,
    pub(super) others: BTreeMap<ResourceId, Value>,
    /// Configurations of machines that are not Omni's, by file.
    pub(super) written: BTreeMap<String, Written>,
    /// Patches of which nothing in the repository says whom they reach, by file.
    pub(super) patches: BTreeMap<String, Source>,
    names: BTreeMap<String, String>,
    cilium: Option<CiliumVersion>,
    /// Where each resource is declared.
    places: BTreeMap<ResourceId, Place>,
    /// Where the release of Cilium is declared.
    cilium_place: Option<Place>,
    /// The spec, which says where its machines and versions are declared.
    spec: Option<Arc<Document>>,
    /// What is put before the names of the files.
    prefix: String,
}

/// Which resource is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ResourceId {
    /// The type in Omni, the kind in Kubernetes, `HelmValues` for values of charts, `MachineConfiguration` and `TalosPatch`
    /// for texts that are none of Omni's.
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

/// The whole configuration of a machine.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) source: Source,
    /// The cluster that it names.
    pub(super) cluster: String,
    /// The name of the node; that of the file if it does not give one.
    pub(super) name: String,
    pub(super) control_plane: bool,
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
        let mut declared = Self::in_repository(&Repository::of(cluster, None)?);
        declared.take_spec(cluster.spec(), None);
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
            if repository.is_spec_only() {
                let Some(cluster) = crate::check(source).cluster else { return declared };
                let Ok(generated) = Repository::of(&cluster, None) else { return declared };
                declared = Self::in_repository(&generated);
            }
            let read = crate::spec::read(source);
            if let Some(spec) = read.spec {
                declared.take_spec(&spec, read.document);
            }
        }
        declared
    }

    fn in_repository(repository: &Repository) -> Self {
        let mut declared = Self::in_parts(repository.omni(), repository.manifests(), repository.releases());
        let written =
            repository.configurations().iter().map(|one| (one.source().name().to_owned(), written(one)));
        declared.written = written.collect();
        let patches = repository.loose_patches().map(|patch| (patch.name().to_owned(), patch.clone()));
        declared.patches = patches.collect();
        declared
    }

    /// What an estate declares.
    pub(crate) fn of_estate(estate: &Estate) -> Self {
        Self::in_parts(&estate.omni, &estate.manifests, &estate.releases)
    }

    /// Every resource with the file that declares it.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = (&ResourceId, &str)> {
        self.places.iter().map(|(id, place)| (id, place.source.as_deref().unwrap_or_default()))
    }

    /// Whether a resource of another side is the same here; absent if it is not here. Values of charts are known by what
    /// they say, wherever their file lies.
    pub(crate) fn says_same(&self, other: &Self, id: &ResourceId) -> Option<bool> {
        if let Some(there) = other.omni.get(id) {
            return self.omni.get(id).map(|here| here == there);
        }
        let there = other.others.get(id)?;
        if id.kind == HELM_VALUES {
            let mut values = self.others.iter().filter(|(id, _)| id.kind == HELM_VALUES);
            return values.any(|(_, here)| here == there).then_some(true);
        }
        self.others.get(id).map(|here| here == there)
    }

    fn in_parts(omni: &OmniEstate, manifests: &[Manifest], releases: &[HelmRelease]) -> Self {
        let mut declared = Self::default();
        // A template repeats what files of their own say; where they differ, the file is what is applied.
        let (files, templates): (Vec<_>, Vec<_>) =
            resources(omni).into_iter().partition(|(_, at)| at.base.is_root());
        for (resource, at) in templates.into_iter().chain(files) {
            declared.insert(resource, at);
        }
        for manifest in manifests {
            declared.places.insert(of_manifest(manifest), manifest.place());
            declared.others.insert(of_manifest(manifest), value(&manifest.at));
        }
        for release in releases {
            for values in &release.values {
                declared.places.insert(of_values(values), values.whole());
                declared.others.insert(of_values(values), value(values));
            }
            if release.chart == "cilium" {
                let place = release.version.as_ref().map(|version| version.place.clone());
                declared.cilium_place = place.or(declared.cilium_place);
                let version = release.version.as_ref().and_then(|version| version.value.parse().ok());
                declared.cilium = version.or(declared.cilium);
            }
        }
        declared
    }

    /// Names the files that findings speak of as a user would: with something before their paths, such as a directory.
    #[must_use]
    pub fn below(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// Whether nothing at all is declared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { omni, others, written, patches, .. } = self;
        omni.is_empty() && others.is_empty() && written.is_empty() && patches.is_empty()
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

    /// Kubernetes' version in a cluster.
    #[must_use]
    pub fn kubernetes(&self, cluster: &str) -> Option<KubernetesVersion> {
        self.cluster(cluster)?.kubernetes_version.parse().ok()
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

    /// The names of the clusters that Omni is told of.
    pub(super) fn clusters(&self) -> impl Iterator<Item = &str> {
        self.omni.values().filter_map(|resource| match resource {
            AnyResource::Cluster(cluster) => Some(cluster.id()),
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

    /// Where a resource is declared.
    pub(super) fn place_of(&self, id: &ResourceId) -> Option<Place> {
        self.places.get(id).map(|place| self.named(place))
    }

    /// Where a value of the spec is said, if there is a spec.
    pub(super) fn place_in_spec(&self, path: FieldPath, part: Part) -> Option<Place> {
        let mut place = Place { part, ..Place::value(path) };
        place.locate(self.spec.as_ref()?);
        Some(self.named(&place))
    }

    /// Where the version of Cilium's chart is declared.
    pub(super) fn cilium_place(&self) -> Option<Place> {
        let of_release = self.cilium_place.as_ref().map(|place| self.named(place));
        of_release.or_else(|| self.place_in_spec(FieldPath::root().keys("versions.cilium"), Part::Value))
    }

    /// Where a version that Omni rolls out is declared: `talos` or `kubernetes`.
    pub(super) fn version_place(&self, of: &str, cluster: &str) -> Option<Place> {
        let in_spec = self.place_in_spec(FieldPath::root().key("versions").key(of), Part::Value);
        in_spec.or_else(|| self.place_of(&ResourceId::new("Clusters.omni.sidero.dev", cluster)))
    }

    /// Where a machine is declared: in the spec, or as a member of a set.
    pub(super) fn machine_place(&self, id: &str) -> Option<Place> {
        let in_spec = self.names.get(id).and_then(|name| {
            self.place_in_spec(FieldPath::root().key("nodes").key(name.as_str()), Part::Key)
        });
        in_spec.or_else(|| self.place_of(&ResourceId::new("MachineSetNodes.omni.sidero.dev", id)))
    }

    fn named(&self, place: &Place) -> Place {
        let source = place.source.as_ref().map(|source| format!("{}{source}", self.prefix));
        Place { source, ..place.clone() }
    }

    fn take_spec(&mut self, spec: &ClusterSpec, document: Option<Document>) {
        self.spec = document.map(Arc::new);
        self.names = spec.nodes.iter().map(|(name, node)| (node.id.to_string(), name.to_string())).collect();
        self.cilium = spec.cilium.as_ref().and_then(|_| spec.versions.cilium.clone());
    }

    fn insert(&mut self, resource: AnyResource, at: &Location) {
        let metadata = resource.metadata();
        let id = ResourceId::new(&metadata.resource_type, &metadata.id);
        let place =
            if at.base.is_root() { at.at("metadata.id") } else { at.place(&FieldPath::root(), Part::Value) };
        self.places.insert(id.clone(), place);
        self.omni.insert(id, resource);
    }
}

/// The kind of values of charts.
const HELM_VALUES: &str = "HelmValues";

impl ResourceId {
    pub(super) fn new(kind: &str, id: &str) -> Self {
        Self { kind: kind.to_owned(), id: id.to_owned() }
    }
}

fn written(document: &Document) -> Written {
    let text = |keys: &[&str]| {
        let node = keys.iter().try_fold(document.root(), |node, key| node.get(key));
        node.and_then(Node::as_text).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let source = document.source().clone();
    let role = text(&["machine", "type"]);
    Written {
        cluster: text(&["cluster", "clusterName"]).unwrap_or_default(),
        name: text(&["machine", "network", "hostname"]).unwrap_or_else(|| source.name().to_owned()),
        control_plane: matches!(role.as_deref(), Some("controlplane" | "init")),
        source,
    }
}

fn resources(estate: &OmniEstate) -> Vec<(AnyResource, &Location)> {
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
    ResourceId::new(HELM_VALUES, &id)
}

fn value(at: &Location) -> Value {
    let whole: Value = at.document.decode(Reading::Json).value.unwrap_or_default();
    let part = at.base.segments().iter().try_fold(&whole, |value, segment| match segment {
        Segment::Key(key) => value.get(key),
        Segment::Index(index) => value.as_sequence()?.get(*index),
    });
    part.cloned().unwrap_or_default()
}

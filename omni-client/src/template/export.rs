//! From resources back to a template, as `omnictl cluster template export` does it.

use std::collections::BTreeMap;

use super::{
    Backups, Bootstrap, Cluster, ControlPlane, Document, Features, GoDuration, HealthCheck, Inline, Install,
    Kubernetes, Machine, MachineClass, Manifest, Mode, NoFiles, Patch, Refusal, Rolling, Rollout,
    RolloutKind, Size, Talos, Template, Workers,
};
use crate::go::quoted;
use crate::resource::{
    self, AllocationType, AnyResource, ConfigPatch, ExtensionsConfiguration, KernelArgs,
    KubernetesHealthCheck, KubernetesManifestGroup, MachineAllocation, MachineSet, MachineSetNode,
    ManifestMode, Metadata, ProtoDuration, Resource, Strategy, StrategyConfig, annotation, label,
};

mod install_disk;

/// What an export takes in besides the resources themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// Whether each machine gets a list of kernel arguments, an empty one if it has none.
    pub kernel_args: bool,
    /// Whether the cluster was made with Talos 1.14 or later (`initialtalosversion` of its status), so that the switch
    /// for the public discovery service means something and is written.
    pub public_discovery: bool,
}

/// Why there is no template; the words are those of omnictl.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// There is no such cluster.
    #[error("error getting cluster {}: not found", quoted(.0))]
    NoCluster(String),
    /// A node does not say in which set it is.
    #[error("machine set node {} has no machine set label", quoted(.0))]
    NoMachineSetLabel(String),
    /// A node names a set that is not there.
    #[error("unexpected machine set label {}", quoted(.0))]
    UnknownMachineSet(String),
    /// A set is neither a control plane nor workers.
    #[error("machine set {} has no role label", quoted(.0))]
    NoRole(String),
    /// A group of manifests has no name that could be written.
    #[error("manifest {} has no name annotation", quoted(.0))]
    NoManifestName(String),
    /// What comes out is no template that omnictl would take: it has no control plane, or a check without a job.
    #[error("error validating models: {0}")]
    NoTemplate(Refusal),
}

/// What belongs to one level: the cluster, a set or a machine.
#[derive(Default)]
struct Level<'r> {
    patches: Vec<&'r Resource<ConfigPatch>>,
    extensions: Option<&'r Resource<ExtensionsConfiguration>>,
}

/// The resources of a cluster, by what they belong to.
#[derive(Default)]
struct Collected<'r> {
    cluster: Option<&'r Resource<resource::Cluster>>,
    sets: BTreeMap<&'r str, &'r Resource<MachineSet>>,
    nodes: Vec<&'r Resource<MachineSetNode>>,
    kernel_args: BTreeMap<&'r str, &'r Resource<KernelArgs>>,
    manifests: Vec<&'r Resource<KubernetesManifestGroup>>,
    health_checks: Vec<&'r Resource<KubernetesHealthCheck>>,
    of_cluster: Level<'r>,
    of_set: BTreeMap<&'r str, Level<'r>>,
    of_machine: BTreeMap<&'r str, Level<'r>>,
    disks: BTreeMap<&'r str, String>,
}

impl Template {
    /// The template that renders to the resources of a cluster.
    ///
    /// What has an owner is left out. Every patch keeps its id and its text, so that the template renders to the same
    /// bytes.
    pub fn export(cluster: &str, resources: &[AnyResource], options: Export) -> Result<Self, ExportError> {
        let collected = Collected::of(cluster, resources);
        let nodes = collected.nodes_by_set()?;
        let mut documents = vec![Document::Cluster(collected.cluster(cluster, options)?)];
        let mut workers = Vec::new();
        let mut machines = Vec::new();
        // Without a control plane upstream writes an empty document, which then does not validate.
        let mut control_plane = ControlPlane::default();
        for (id, set) in &collected.sets {
            let nodes = nodes.get(id).map_or(&[][..], Vec::as_slice);
            if set.metadata.label(label::ROLE_CONTROL_PLANE).is_some() {
                control_plane = collected.control_plane(set, nodes);
            } else if set.metadata.label(label::ROLE_WORKER).is_some() {
                workers.push(collected.workers(cluster, set, nodes));
            } else {
                return Err(ExportError::NoRole((*id).to_owned()));
            }
            machines.extend(nodes.iter().map(|node| collected.machine(node, options)));
        }
        workers.sort_by(|one, two| one.name.cmp(&two.name));
        machines.sort_by(|one, two| one.name.cmp(&two.name));
        documents.push(Document::ControlPlane(control_plane));
        documents.extend(workers.into_iter().map(Document::Workers));
        documents.extend(machines.into_iter().map(Document::Machine));
        let mut template = Self { documents };
        template.validate(&NoFiles).map_err(ExportError::NoTemplate)?;
        template.leave_out_empty_manifests();
        Ok(template)
    }

    /// A manifest that says nothing counts as one, and is not written.
    fn leave_out_empty_manifests(&mut self) {
        let clusters = self.documents.iter_mut().filter_map(|document| match document {
            Document::Cluster(cluster) => Some(cluster),
            _ => None,
        });
        for manifest in clusters.flat_map(|cluster| &mut cluster.kubernetes.manifests) {
            manifest.inline.take_if(|inline| *inline == Inline::from(""));
        }
    }
}

impl<'r> Collected<'r> {
    fn of(cluster: &str, resources: &'r [AnyResource]) -> Self {
        let mut collected = Self::default();
        let mut sorted: Vec<_> = resources.iter().collect();
        sorted.sort_by(|one, two| one.metadata().id.cmp(&two.metadata().id));
        for resource in sorted {
            let metadata = resource.metadata();
            let is_of_cluster = metadata.label(label::CLUSTER) == Some(cluster);
            match resource {
                AnyResource::Cluster(found) if metadata.id == cluster => collected.cluster = Some(found),
                AnyResource::KernelArgs(args) => {
                    collected.kernel_args.insert(&metadata.id, args);
                }
                _ if !is_of_cluster => {}
                AnyResource::MachineSet(set) => {
                    collected.sets.insert(&metadata.id, set);
                }
                AnyResource::MachineSetNode(node) => collected.nodes.push(node),
                _ if !metadata.owner.is_empty() => {}
                AnyResource::KubernetesManifestGroup(group) => collected.manifests.push(group),
                AnyResource::KubernetesHealthCheck(check) => {
                    // One that is marked for less than the cluster is lost, as it is upstream.
                    let labels = [label::MACHINE_SET, label::CLUSTER_MACHINE];
                    if labels.iter().all(|key| metadata.label(key).is_none()) {
                        collected.health_checks.push(check);
                    }
                }
                AnyResource::ExtensionsConfiguration(list) => {
                    collected.level(metadata).extensions.get_or_insert(list);
                }
                AnyResource::ConfigPatch(patch) => collected.add_patch(patch),
                _ => {}
            }
        }
        collected
    }

    fn add_patch(&mut self, patch: &'r Resource<ConfigPatch>) {
        let machine = patch.metadata.label(label::CLUSTER_MACHINE);
        match (machine, install_disk::of(patch)) {
            (Some(machine), Some(disk)) => {
                self.disks.insert(machine, disk);
            }
            _ => self.level(&patch.metadata).patches.push(patch),
        }
    }

    fn level(&mut self, metadata: &'r Metadata) -> &mut Level<'r> {
        if let Some(machine) = metadata.label(label::CLUSTER_MACHINE) {
            self.of_machine.entry(machine).or_default()
        } else if let Some(set) = metadata.label(label::MACHINE_SET) {
            self.of_set.entry(set).or_default()
        } else {
            &mut self.of_cluster
        }
    }

    /// The nodes of the sets whose machines are named one by one.
    fn nodes_by_set(&self) -> Result<BTreeMap<&'r str, Vec<&'r Resource<MachineSetNode>>>, ExportError> {
        let mut nodes: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for node in &self.nodes {
            let Some(label) = node.metadata.label(label::MACHINE_SET) else {
                return Err(ExportError::NoMachineSetLabel(node.id().to_owned()));
            };
            let Some(set) = self.sets.get(label) else {
                return Err(ExportError::UnknownMachineSet(label.to_owned()));
            };
            if set.spec.allocation().is_none() {
                nodes.entry(label).or_default().push(*node);
            }
        }
        Ok(nodes)
    }

    fn cluster(&self, id: &str, options: Export) -> Result<Cluster, ExportError> {
        let found = self.cluster.ok_or_else(|| ExportError::NoCluster(id.to_owned()))?;
        let features = found.spec.features.unwrap_or_default();
        let interval = found.spec.backup_configuration.and_then(|backups| backups.interval);
        let disabled = features.disable_public_discovery_service;
        Ok(Cluster {
            system_extensions: extensions(Some(&self.of_cluster)),
            name: found.id().to_owned(),
            labels: of_user(&found.metadata.labels),
            annotations: of_user(&found.metadata.annotations),
            kubernetes: Kubernetes {
                version: format!("v{}", found.spec.kubernetes_version),
                manifests: self.manifests.iter().map(|group| manifest(group)).collect::<Result<_, _>>()?,
                healthchecks: self.health_checks.iter().map(|check| health_check(check)).collect(),
            },
            talos: Talos { version: format!("v{}", found.spec.talos_version) },
            features: Features {
                disk_encryption: features.disk_encryption,
                enable_workload_proxy: features.enable_workload_proxy,
                use_embedded_discovery_service: features.use_embedded_discovery_service,
                disable_public_discovery_service: options.public_discovery.then_some(disabled),
                enable_node_audit_skip: features.enable_node_audit_skip,
                backup_configuration: Backups { interval: duration(interval) },
            },
            patches: patches(Some(&self.of_cluster)),
            ..Cluster::default()
        })
    }

    fn control_plane(&self, set: &Resource<MachineSet>, nodes: &[&Resource<MachineSetNode>]) -> ControlPlane {
        let level = self.of_set.get(set.id());
        ControlPlane {
            system_extensions: extensions(level),
            labels: of_user(&set.metadata.labels),
            annotations: of_user(&set.metadata.annotations),
            bootstrap_spec: bootstrap(set),
            machines: ids(nodes),
            machine_class: set.spec.allocation().map(class),
            update_strategy: rollout(
                set.spec.update_strategy_config,
                set.spec.update_strategy,
                Strategy::Rolling,
            ),
            delete_strategy: rollout(
                set.spec.delete_strategy_config,
                set.spec.delete_strategy,
                Strategy::Unset,
            ),
            upgrade_strategy: rollout(
                set.spec.upgrade_strategy_config,
                set.spec.upgrade_strategy,
                Strategy::Unset,
            ),
            patches: patches(level),
            ..ControlPlane::default()
        }
    }

    fn workers(
        &self,
        cluster: &str,
        set: &Resource<MachineSet>,
        nodes: &[&Resource<MachineSetNode>],
    ) -> Workers {
        let prefix = format!("{cluster}-");
        let name = match set.id() {
            id if id == MachineSet::workers_id(cluster, None) => "",
            id => id.strip_prefix(&*prefix).unwrap_or(id),
        };
        // The two kinds differ in their kind and name only.
        let ControlPlane {
            kind: _,
            system_extensions,
            name: _,
            labels,
            annotations,
            bootstrap_spec,
            machines,
            machine_class,
            update_strategy,
            delete_strategy,
            upgrade_strategy,
            patches,
            kernel_args,
        } = self.control_plane(set, nodes);
        Workers {
            name: name.to_owned(),
            system_extensions,
            labels,
            annotations,
            bootstrap_spec,
            machines,
            machine_class,
            update_strategy,
            delete_strategy,
            upgrade_strategy,
            patches,
            kernel_args,
            ..Workers::default()
        }
    }

    fn machine(&self, node: &Resource<MachineSetNode>, options: Export) -> Machine {
        let level = self.of_machine.get(node.id());
        let args = self.kernel_args.get(node.id()).map(|args| args.spec.args.clone());
        Machine {
            system_extensions: extensions(level),
            labels: of_user(&node.metadata.labels),
            annotations: of_user(&node.metadata.annotations),
            locked: node.metadata.annotation(annotation::LOCKED).is_some(),
            install: Install { disk: self.disks.get(node.id()).cloned().unwrap_or_default() },
            patches: patches(level),
            kernel_args: options.kernel_args.then(|| args.unwrap_or_default()),
            ..Machine::new(node.id())
        }
    }
}

/// What is not Omni's own.
fn of_user(entries: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let own = entries.iter().filter(|(key, _)| !key.starts_with(label::SYSTEM_PREFIX));
    own.map(|(key, value)| (key.clone(), value.clone())).collect()
}

fn ids(nodes: &[&Resource<MachineSetNode>]) -> Vec<String> {
    nodes.iter().map(|node| node.id().to_owned()).collect()
}

fn extensions(level: Option<&Level<'_>>) -> Option<Vec<String>> {
    level?.extensions.map(|list| list.spec.extensions.clone())
}

fn patches(level: Option<&Level<'_>>) -> Vec<Patch> {
    let patches = level.into_iter().flat_map(|level| &level.patches);
    patches
        .map(|patch| Patch {
            labels: of_user(&patch.metadata.labels),
            annotations: of_user(&patch.metadata.annotations),
            ..Patch::with_id(patch.id(), &*patch.spec.data)
        })
        .collect()
}

fn manifest(group: &Resource<KubernetesManifestGroup>) -> Result<Manifest, ExportError> {
    let name = group.metadata.annotation(annotation::NAME);
    let name = name.ok_or_else(|| ExportError::NoManifestName(group.id().to_owned()))?;
    let mut annotations = of_user(&group.metadata.annotations);
    annotations.remove(annotation::NAME);
    Ok(Manifest {
        inline: Some(Inline::from(&*group.spec.data)),
        labels: of_user(&group.metadata.labels),
        annotations,
        name: name.to_owned(),
        file: String::new(),
        mode: match group.spec.mode {
            ManifestMode::Unknown => None,
            ManifestMode::Full => Some(Mode::Full),
            ManifestMode::OneTime => Some(Mode::OneTime),
        },
    })
}

fn health_check(check: &Resource<KubernetesHealthCheck>) -> HealthCheck {
    HealthCheck {
        labels: of_user(&check.metadata.labels),
        annotations: of_user(&check.metadata.annotations),
        id_override: check.id().to_owned(),
        job: (!check.spec.job.is_empty()).then(|| Inline::from(&*check.spec.job)),
        interval: duration(check.spec.interval),
        ..HealthCheck::default()
    }
}

fn duration(duration: Option<ProtoDuration>) -> GoDuration {
    let ProtoDuration { seconds, nanos } = duration.unwrap_or_default();
    GoDuration::from_nanoseconds(seconds.saturating_mul(1_000_000_000).saturating_add(nanos.into()))
}

fn bootstrap(set: &Resource<MachineSet>) -> Option<Bootstrap> {
    let bootstrap = set.spec.bootstrap_spec.as_ref()?;
    Some(Bootstrap { cluster_uuid: bootstrap.cluster_uuid.clone(), snapshot: bootstrap.snapshot.clone() })
}

fn class(allocation: &MachineAllocation) -> MachineClass {
    let size = match allocation.allocation_type {
        AllocationType::Static => Size::Count(allocation.machine_count),
        AllocationType::Unlimited => Size::Unlimited,
    };
    MachineClass { name: allocation.name.clone(), size }
}

/// A strategy is written only where it has a pace, and its kind only where it is not the usual one.
fn rollout(pace: Option<StrategyConfig>, strategy: Strategy, usual: Strategy) -> Option<Rollout> {
    let rolling = pace?.rolling.map(|rolling| Rolling { max_parallelism: rolling.max_parallelism });
    let kind = match strategy {
        Strategy::Unset => RolloutKind::Unset,
        Strategy::Rolling => RolloutKind::Rolling,
    };
    Some(Rollout { kind: (strategy != usual).then_some(kind), rolling })
}

//! What `omnictl cluster template sync` would do, and in which order: `client/pkg/template/template.go`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::go::quoted;
use crate::resource::{
    AnyResource, Cluster, ConfigPatch, ExtensionsConfiguration, KernelArgs, KubernetesHealthCheck,
    KubernetesManifestGroup, MachineSet, MachineSetNode, Metadata, Spec as _, annotation, label,
};

/// The changes that make the state fit the template.
///
/// Creates come first, then updates, then destroys, phase by phase: each phase has to be gone before the next one
/// begins. `Display` writes the lines that `omnictl cluster template sync --dry-run` prints.
#[derive(Clone, Debug, Default, PartialEq)]
#[doc(alias = "SyncResult")]
pub struct SyncPlan {
    /// What is not there yet.
    pub create: Vec<AnyResource>,
    /// What is there and differs.
    pub update: Vec<Update>,
    /// What goes: machine sets and their nodes first, then all the rest.
    pub destroy: [Vec<AnyResource>; 2],
}

/// A resource that changes.
#[derive(Clone, Debug, PartialEq)]
#[doc(alias = "UpdateChange")]
pub struct Update {
    /// As it is.
    pub old: AnyResource,
    /// As it is to be, with the version of the old one.
    pub new: AnyResource,
}

/// Why a template cannot be synced; the words are those of omnictl.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SyncError {
    /// A resource that the template wants is there already, and belongs to somebody else.
    #[error(
        "resource {resource} already exists for cluster {}, cannot create a conflicting resource for a different \
         cluster",
        quoted(cluster)
    )]
    Conflict {
        /// The resource, as `Type(namespace/id)`.
        resource: String,
        /// The value of its label `cluster`.
        cluster: String,
    },
}

/// The types of which a sync takes everything in the cluster for its own, in the order in which it works on them.
const ORDER: [&str; 8] = [
    CLUSTERS,
    ExtensionsConfiguration::TYPE,
    ConfigPatch::TYPE,
    KubernetesManifestGroup::TYPE,
    KubernetesHealthCheck::TYPE,
    MACHINE_SETS,
    MACHINE_SET_NODES,
    KERNEL_ARGS,
];
const CLUSTERS: &str = Cluster::TYPE;
const MACHINE_SETS: &str = MachineSet::TYPE;
const MACHINE_SET_NODES: &str = MachineSetNode::TYPE;
const KERNEL_ARGS: &str = KernelArgs::TYPE;

impl SyncPlan {
    /// Compares what a template renders to with what there is.
    ///
    /// `existing` may be all that a server has, or all that files declare; only what a sync looks at counts: the
    /// cluster, what has its label and no owner, the kernel arguments of its nodes, and what has the id of something
    /// wanted. **Whatever of that the template does not name is destroyed**, whoever made it.
    ///
    /// Fails where the template wants to create what is there already, in another cluster or with an owner.
    pub fn new(cluster: &str, wanted: Vec<AnyResource>, existing: &[AnyResource]) -> Result<Self, SyncError> {
        let existing: BTreeMap<_, _> = existing.iter().map(|resource| (key(resource), resource)).collect();
        let actual = actual(cluster, &wanted, &existing);
        let mut plan = Self::default();
        let wanted_keys: BTreeSet<_> = wanted.iter().map(key).collect();
        let gone = actual.iter().filter(|(key, _)| !wanted_keys.contains(key)).map(|(_, resource)| *resource);
        let mut destroy = Vec::new();
        for resource in gone {
            if resource.metadata().resource_type != KERNEL_ARGS {
                destroy.push(resource);
            } else if resource.metadata().annotation(annotation::MANAGED_BY_CLUSTER_TEMPLATES).is_some() {
                let mut new = resource.clone();
                new.metadata_mut().annotations.remove(annotation::MANAGED_BY_CLUSTER_TEMPLATES);
                plan.update.push(Update { old: resource.clone(), new });
            }
        }
        for mut new in wanted {
            let key = key(&new);
            match (actual.get(&key), existing.get(&key)) {
                (Some(old), _) => {
                    keep_history(old.metadata(), new.metadata_mut());
                    if is_changed(old, &new) {
                        plan.update.push(Update { old: (*old).clone(), new });
                    }
                }
                (None, Some(other)) if new.metadata().resource_type != KERNEL_ARGS => {
                    return Err(SyncError::Conflict {
                        resource: other.metadata().to_string(),
                        cluster: other.metadata().label(label::CLUSTER).unwrap_or_default().to_owned(),
                    });
                }
                (None, _) => plan.create.push(new),
            }
        }
        plan.create.sort_by_key(|resource| order(resource.metadata()));
        plan.update.sort_by_key(|update| order(update.new.metadata()));
        plan.destroy = phases(&destroy);
        Ok(plan)
    }

    /// The types of which a sync looks at everything that has the label of the cluster.
    #[cfg(feature = "client")]
    pub(crate) fn labelled_types() -> impl Iterator<Item = &'static str> {
        ORDER.into_iter().filter(|name| ![CLUSTERS, KERNEL_ARGS].contains(name))
    }

    /// Whether nothing is to be done.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.create.is_empty() && self.update.is_empty() && self.destroy.iter().all(Vec::is_empty)
    }
}

/// Type, namespace and id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    resource_type: String,
    namespace: String,
    id: String,
}

impl Key {
    fn new(resource_type: &str, namespace: &str, id: &str) -> Self {
        Self { resource_type: resource_type.into(), namespace: namespace.into(), id: id.into() }
    }
}

fn key(resource: &AnyResource) -> Key {
    let metadata = resource.metadata();
    Key::new(&metadata.resource_type, &metadata.namespace, &metadata.id)
}

/// What a sync takes for the template's own.
fn actual<'r>(
    cluster: &str,
    wanted: &[AnyResource],
    existing: &BTreeMap<Key, &'r AnyResource>,
) -> BTreeMap<Key, &'r AnyResource> {
    let of_cluster = existing.iter().filter(|(key, resource)| {
        let metadata = resource.metadata();
        match key.resource_type.as_str() {
            CLUSTERS => key.id == cluster,
            KERNEL_ARGS => false,
            other => {
                ORDER.contains(&other)
                    && metadata.label(label::CLUSTER) == Some(cluster)
                    && metadata.owner.is_empty()
                    && metadata.label(label::MANAGED_BY_MACHINE_SET_NODE_CONTROLLER).is_none()
            }
        }
    });
    let mut actual: BTreeMap<_, _> = of_cluster.map(|(key, resource)| (key.clone(), *resource)).collect();
    let nodes = actual.keys().filter(|key| key.resource_type == MACHINE_SET_NODES);
    let args: Vec<_> = nodes
        .filter_map(|node| existing.get_key_value(&Key::new(KERNEL_ARGS, &node.namespace, &node.id)))
        .map(|(key, resource)| (key.clone(), *resource))
        .collect();
    let by_id = wanted.iter().filter_map(|wanted| existing.get_key_value(&key(wanted)));
    let ownerless = by_id.filter(|(_, resource)| resource.metadata().owner.is_empty());
    actual.extend(args.into_iter().chain(ownerless.map(|(key, resource)| (key.clone(), *resource))));
    actual
}

/// What the server counts and others hold on to stays as it is.
fn keep_history(old: &Metadata, new: &mut Metadata) {
    new.version = old.version;
    new.created.clone_from(&old.created);
    new.updated.clone_from(&old.updated);
    new.finalizers.clone_from(&old.finalizers);
}

fn is_changed(old: &AnyResource, new: &AnyResource) -> bool {
    old.metadata() != new.metadata() || !old.has_spec_of(new)
}

fn order(metadata: &Metadata) -> Option<usize> {
    ORDER.iter().position(|resource_type| *resource_type == metadata.resource_type)
}

/// Splits what goes into phases, without what the server takes along: the nodes of a set that goes, and everything
/// of a cluster that goes.
fn phases(destroy: &[&AnyResource]) -> [Vec<AnyResource>; 2] {
    let going: BTreeSet<_> = destroy.iter().map(|resource| key(resource)).collect();
    let taken_along = |metadata: &Metadata| match metadata.resource_type.as_str() {
        CLUSTERS => false,
        MACHINE_SET_NODES => metadata
            .label(label::MACHINE_SET)
            .is_some_and(|set| going.contains(&Key::new(MACHINE_SETS, "default", set))),
        _ => metadata
            .label(label::CLUSTER)
            .is_some_and(|cluster| going.contains(&Key::new(CLUSTERS, "default", cluster))),
    };
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for resource in destroy.iter().filter(|resource| !taken_along(resource.metadata())) {
        let is_machines = [MACHINE_SETS, MACHINE_SET_NODES].contains(&&*resource.metadata().resource_type);
        if is_machines { &mut first } else { &mut second }.push((*resource).clone());
    }
    first.sort_by_key(|resource| order(resource.metadata()));
    second.sort_by_key(|resource| order(resource.metadata()));
    [first, second]
}

impl fmt::Display for SyncPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = |word: &str, resource: &AnyResource| {
            let metadata = resource.metadata();
            writeln!(f, "* {word} (dry run) {}({})", metadata.resource_type, metadata.id)
        };
        self.create.iter().try_for_each(|resource| line("creating", resource))?;
        self.update.iter().try_for_each(|update| line("updating", &update.new))?;
        self.destroy.iter().flatten().try_for_each(|resource| line("tearing down", resource))
    }
}

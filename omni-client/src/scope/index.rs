//! Finding resources by the machines that their labels select, without looking at all of them.

use std::collections::BTreeMap;

use crate::resource::{Metadata, Resource, label};

/// Resources by target, each list in the order of the ids.
#[derive(Clone, Debug)]
pub(super) struct Index<'r, S> {
    clusters: BTreeMap<&'r str, Vec<&'r Resource<S>>>,
    machine_sets: BTreeMap<&'r str, BTreeMap<&'r str, Vec<&'r Resource<S>>>>,
    cluster_machines: BTreeMap<&'r str, BTreeMap<&'r str, Vec<&'r Resource<S>>>>,
    machines: BTreeMap<&'r str, Vec<&'r Resource<S>>>,
}

impl<'r, S> Index<'r, S> {
    pub(super) fn new() -> Self {
        Self {
            clusters: BTreeMap::new(),
            machine_sets: BTreeMap::new(),
            cluster_machines: BTreeMap::new(),
            machines: BTreeMap::new(),
        }
    }

    /// Files a resource under the cluster, and under each narrower label that it has; without a narrower label
    /// (present counts, whatever its value) it is for the whole cluster.
    pub(super) fn insert_in_cluster(&mut self, resource: &'r Resource<S>) {
        let metadata = &resource.metadata;
        let Some(cluster) = metadata.label(label::CLUSTER) else { return };
        let (set, machine) = narrower(metadata);
        if let Some(set) = set {
            self.machine_sets.entry(cluster).or_default().entry(set).or_default().push(resource);
        }
        if let Some(machine) = machine {
            self.cluster_machines.entry(cluster).or_default().entry(machine).or_default().push(resource);
        }
        if set.is_none() && machine.is_none() {
            self.clusters.entry(cluster).or_default().push(resource);
        }
    }

    pub(super) fn insert_at_machine(&mut self, machine: &'r str, resource: &'r Resource<S>) {
        self.machines.entry(machine).or_default().push(resource);
    }

    /// Puts every list into the order in which Omni's store lists: byte by byte over the whole id.
    pub(super) fn sort(&mut self) {
        let wide = self.clusters.values_mut().chain(self.machines.values_mut());
        let narrow = self.machine_sets.values_mut().chain(self.cluster_machines.values_mut());
        for list in wide.chain(narrow.flat_map(BTreeMap::values_mut)) {
            list.sort_by(|one, two| one.id().cmp(two.id()));
        }
    }

    pub(super) fn of_cluster(&self, cluster: &str) -> &[&'r Resource<S>] {
        self.clusters.get(cluster).map_or(&[], Vec::as_slice)
    }

    pub(super) fn of_machine_set(&self, cluster: &str, set: &str) -> &[&'r Resource<S>] {
        self.machine_sets.get(cluster).and_then(|sets| sets.get(set)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn of_cluster_machine(&self, cluster: &str, machine: &str) -> &[&'r Resource<S>] {
        self.cluster_machines
            .get(cluster)
            .and_then(|machines| machines.get(machine))
            .map_or(&[], Vec::as_slice)
    }

    pub(super) fn of_machine(&self, machine: &str) -> &[&'r Resource<S>] {
        self.machines.get(machine).map_or(&[], Vec::as_slice)
    }
}

fn narrower(metadata: &Metadata) -> (Option<&str>, Option<&str>) {
    (metadata.label(label::MACHINE_SET), metadata.label(label::CLUSTER_MACHINE))
}

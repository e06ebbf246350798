//! What Omni knows of a machine when it looks for what reaches it.

/// A machine, and its place in a cluster if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[doc(alias = "ClusterMachine")]
pub struct Member<'a> {
    /// UUID of the machine.
    pub machine: &'a str,
    /// Where it is; none in maintenance, in no cluster.
    pub place: Option<InCluster<'a>>,
}

/// A place in a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InCluster<'a> {
    /// Name of the cluster.
    pub cluster: &'a str,
    /// Id of the machine set.
    pub machine_set: &'a str,
}

impl<'a> Member<'a> {
    /// A machine in a machine set of a cluster.
    #[must_use]
    pub fn new(machine: &'a str, cluster: &'a str, machine_set: &'a str) -> Self {
        Self { machine, place: Some(InCluster { cluster, machine_set }) }
    }

    /// A machine in no cluster.
    #[must_use]
    pub fn in_maintenance(machine: &'a str) -> Self {
        Self { machine, place: None }
    }
}

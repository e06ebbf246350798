//! Carrying out what [`SyncPlan`] says, as `omnictl cluster template sync` does.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::delete::Step;
use super::{Client, ClientError, Pointer, Query, Stored};
use crate::resource::{AnyResource, Cluster, KernelArgs, MachineSetNode, Spec as _, label};
use crate::selector::{Selector, Term, Test};
use crate::template::{SyncError, SyncPlan};

/// What a server has that a sync of one template looks at.
#[derive(Clone, Debug, Default)]
pub struct Actual {
    stored: BTreeMap<Pointer, Stored>,
}

/// Why a sync came to no end. What was done before stays done; syncing again goes on from there.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SyncFailure {
    /// Nothing was begun.
    #[error(transparent)]
    Plan(#[from] SyncError),
    /// A request failed.
    #[error(transparent)]
    Client(#[from] ClientError),
}

/// What a sync does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing<'p> {
    /// Makes a resource.
    Creating(&'p Pointer),
    /// Writes a resource.
    Updating(&'p Pointer),
    /// Tells a resource to go.
    TearingDown(&'p Pointer),
    /// Has destroyed a resource.
    Destroyed(&'p Pointer),
}

impl<'p> Doing<'p> {
    /// To which resource.
    #[must_use]
    pub fn pointer(&self) -> &'p Pointer {
        match self {
            Self::Creating(pointer)
            | Self::Updating(pointer)
            | Self::TearingDown(pointer)
            | Self::Destroyed(pointer) => pointer,
        }
    }
}

impl Actual {
    /// The resources themselves.
    #[must_use]
    pub fn resources(&self) -> Vec<AnyResource> {
        self.stored.values().map(|stored| stored.resource.clone()).collect()
    }

    fn add(&mut self, stored: Stored) {
        self.stored.insert(Pointer::of(stored.metadata()), stored);
    }
}

impl Client {
    /// Everything of a cluster that a template speaks of, and what there is already of what is wanted.
    pub async fn actual(&self, cluster: &str, wanted: &[AnyResource]) -> Result<Actual, ClientError> {
        let mut actual = Actual::default();
        let of_cluster = Query::labels(Selector {
            terms: vec![Term {
                key: label::CLUSTER.to_owned(),
                test: Test::Equal(cluster.to_owned()),
                invert: false,
            }],
        });
        let pointer = Pointer::new(Cluster::NAMESPACE, Cluster::TYPE, cluster);
        if let Some(found) = self.find(&pointer).await? {
            actual.add(found);
        }
        for resource_type in SyncPlan::labelled_types() {
            for stored in self.list_all(NAMESPACE, resource_type, &of_cluster).await? {
                actual.add(stored);
            }
        }
        let nodes = actual.stored.keys().filter(|pointer| pointer.resource_type == MachineSetNode::TYPE);
        let args = nodes.map(|node| Pointer::new(NAMESPACE, KernelArgs::TYPE, &*node.id));
        let missing: BTreeSet<_> = args
            .chain(wanted.iter().map(|resource| Pointer::of(resource.metadata())))
            .filter(|pointer| !actual.stored.contains_key(pointer))
            .collect();
        for pointer in missing {
            if let Some(found) = self.find(&pointer).await? {
                actual.add(found);
            }
        }
        Ok(actual)
    }

    /// What has to be done so that the cluster is as the template says.
    pub async fn plan_sync(
        &self,
        cluster: &str,
        wanted: Vec<AnyResource>,
    ) -> Result<(SyncPlan, Actual), SyncFailure> {
        let actual = self.actual(cluster, &wanted).await?;
        Ok((SyncPlan::new(cluster, wanted, &actual.resources())?, actual))
    }

    /// Carries a plan out: creates, then updates, then destroys, each phase of which has to be over before the next one
    /// begins. `patience` is how long a phase may take to go; draining machines takes long.
    ///
    /// The first failure ends it. Nothing is undone, and a new plan goes on from there.
    pub async fn sync(
        &self,
        plan: &SyncPlan,
        actual: &Actual,
        patience: Duration,
        told: &mut (dyn FnMut(Doing<'_>) + Send),
    ) -> Result<(), ClientError> {
        for resource in &plan.create {
            told(Doing::Creating(&Pointer::of(resource.metadata())));
            self.apply(resource).await?;
        }
        for update in &plan.update {
            let pointer = Pointer::of(update.new.metadata());
            told(Doing::Updating(&pointer));
            match actual.stored.get(&pointer) {
                // With the version that the plan was made for: what has changed since is not written over.
                Some(old) => drop(self.update(old, &update.new).await?),
                None => drop(self.apply(&update.new).await?),
            }
        }
        for phase in &plan.destroy {
            let pointers: Vec<_> = phase.iter().map(|resource| Pointer::of(resource.metadata())).collect();
            let mut step = |step: Step<'_>| {
                told(match step {
                    Step::TearingDown(pointer) => Doing::TearingDown(pointer),
                    Step::Destroyed(pointer) => Doing::Destroyed(pointer),
                });
            };
            self.delete_all(&pointers, patience, &mut step).await?;
        }
        Ok(())
    }
}

/// Where users' resources are.
const NAMESPACE: &str = "default";

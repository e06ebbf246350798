//! What is kept from one look at a repository to the next, so that an edit costs what it changes.
//!
//! - With each file: what came of it, until the file changes or another one that it names.
//! - With each patch: the patch as Talos reads it, until it is asked for by the rules of another minor.
//! - Here, by cluster: what was left of what is declared twice, its configurations, its machines, and what the rules found. That is what the latest look made, and
//!   no look before it; a cluster that is no more is forgotten.
//!
//! Nothing of it is ever out of date, only missing: whoever takes it compares with all that it was made of. Nearly always
//! that is the same piece of memory, so that comparing is cheap.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use omni_client::resource::{ExtensionsConfiguration, Resource};

use super::machines::KnownMachines;
use super::settings::Taken;
use super::twins::Twins;
use crate::effective::Configurations;
use crate::estate::{Declared, DeclaredPatch};
use crate::rules::Judged;

/// What is kept of each cluster. Clones share it.
#[derive(Clone, Default)]
pub(super) struct Kept {
    clusters: Arc<Mutex<BTreeMap<String, OfCluster>>>,
}

/// What is kept of one cluster.
#[derive(Default)]
pub(super) struct OfCluster {
    pub(super) patches: Twins<DeclaredPatch>,
    pub(super) lists: Twins<Declared<Resource<ExtensionsConfiguration>>>,
    pub(super) configurations: Configurations,
    pub(super) machines: KnownMachines,
    pub(super) taken: Taken,
    pub(super) judged: Judged,
}

impl Kept {
    /// Forgets all other clusters.
    pub(super) fn forget_all_but(&self, clusters: &BTreeSet<&str>) {
        self.lock().retain(|name, _| clusters.contains(&**name));
    }

    /// Takes what is kept of a cluster out while it is worked on, and puts back what there is afterwards.
    pub(super) fn with<R>(&self, cluster: &str, work: impl FnOnce(&mut OfCluster) -> R) -> R {
        let mut kept = self.lock().remove(cluster).unwrap_or_default();
        let result = work(&mut kept);
        self.lock().insert(cluster.to_owned(), kept);
        result
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, OfCluster>> {
        self.clusters.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Kept {
    /// The name only: patches may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kept").finish_non_exhaustive()
    }
}

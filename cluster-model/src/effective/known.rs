//! What was merged before, so that an edit merges only what it changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use manifest::{Finding, Place, Source};
use talos_config::{Minor, Patch};

use super::{Applied, Effective, Shared};
use crate::estate::{Estate, Host, Text};
use crate::rules::{Judged, check_again};

/// The patches and configurations of the latest look at each cluster.
///
/// Whatever is taken from here is compared first with all that it was made of, so that it never is out of date, only
/// missing. Clones share it.
#[derive(Clone, Default)]
pub(crate) struct Known {
    clusters: Arc<Mutex<BTreeMap<String, Remembered>>>,
    /// What the rules found, by cluster.
    judged: Arc<Mutex<BTreeMap<String, Judged>>>,
}

/// What is remembered of one cluster.
#[derive(Clone, Default)]
pub(super) struct Remembered {
    /// Configurations by the first machine that has each.
    pub(super) stacks: BTreeMap<String, Effective>,
    /// Patches by id.
    pub(super) patches: BTreeMap<String, Arc<LoadedPatch>>,
}

/// A patch as Talos reads it.
pub(crate) struct LoadedPatch {
    source: Source,
    minor: Minor,
    /// The patch; absent where it is none.
    pub(crate) value: Option<Patch>,
    /// What is wrong with it, with places in its own text.
    pub(crate) findings: Vec<Finding>,
}

impl LoadedPatch {
    fn new(source: &Source, minor: Minor) -> Self {
        let loaded = Patch::load(source, minor);
        Self { source: source.clone(), minor, value: loaded.value, findings: loaded.findings }
    }
}

impl Known {
    /// A patch of a cluster, read again only if its text is another one.
    pub(crate) fn patch(&self, cluster: &str, id: &str, source: &Source, minor: Minor) -> Arc<LoadedPatch> {
        let known = self.lock().get(cluster).and_then(|known| known.patches.get(id).cloned());
        fresh(known.as_ref(), source, minor)
    }

    /// Forgets all other clusters.
    pub(crate) fn keep(&self, clusters: &BTreeSet<&str>) {
        self.lock().retain(|name, _| clusters.contains(&**name));
        self.judged().retain(|name, _| clusters.contains(&**name));
    }

    /// Runs the rules on a cluster, those that read nothing new not again.
    pub(crate) fn check(&self, estate: &Estate) -> Vec<Finding> {
        let before = self.judged().remove(&estate.name).unwrap_or_default();
        let (findings, now) = check_again(estate, before);
        self.judged().insert(estate.name.clone(), now);
        findings
    }

    pub(super) fn take(&self, cluster: &str) -> Remembered {
        self.lock().remove(cluster).unwrap_or_default()
    }

    pub(super) fn put(&self, cluster: &str, remembered: Remembered) {
        self.lock().insert(cluster.to_owned(), remembered);
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Remembered>> {
        self.clusters.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn judged(&self) -> MutexGuard<'_, BTreeMap<String, Judged>> {
        self.judged.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Remembered {
    pub(super) fn patch(&self, id: &str, source: &Source, minor: Minor) -> Arc<LoadedPatch> {
        fresh(self.patches.get(id), source, minor)
    }
}

fn fresh(known: Option<&Arc<LoadedPatch>>, source: &Source, minor: Minor) -> Arc<LoadedPatch> {
    let is_same = |known: &&Arc<LoadedPatch>| known.minor == minor && known.source == *source;
    known.filter(is_same).cloned().unwrap_or_else(|| Arc::new(LoadedPatch::new(source, minor)))
}

impl Effective {
    /// The same configuration for these machines, if it was made of the same texts.
    pub(super) fn again(
        &self,
        base: &Source,
        texts: &[Option<Text>],
        place: &Place,
        minor: Minor,
    ) -> Option<Self> {
        let shared = &self.documents.first()?.shared;
        let is_same = self.minor == minor && shared.is_of(base, texts, place);
        is_same.then(|| self.clone())
    }

    /// Whether both came of one merge, of patches of the same names. What could not be merged never is the same.
    pub(crate) fn is_same_merge(&self, other: &Self) -> bool {
        let shared = |one: &Self| one.documents.first().map(|document| Arc::clone(&document.shared));
        let names = self.applied.iter().zip(&other.applied);
        self.minor == other.minor
            && shared(self).zip(shared(other)).is_some_and(|(one, other)| Arc::ptr_eq(&one, &other))
            && self.applied.len() == other.applied.len()
            && names.into_iter().all(|(one, other)| (&one.id, one.layer) == (&other.id, other.layer))
    }

    /// Puts other machines, and other numbers of the same patches, into a configuration.
    pub(super) fn renumber(&mut self, machines: &[usize], applied: &[Applied]) {
        let place = |dead: &usize| self.applied.iter().position(|applied| applied.patch == *dead);
        let dead: Vec<usize> = self.dead.iter().filter_map(place).collect();
        self.dead = dead.into_iter().filter_map(|index| Some(applied.get(index)?.patch)).collect();
        self.machines = machines.to_vec();
        self.applied = applied.to_vec();
    }
}

impl Shared {
    fn is_of(&self, base: &Source, texts: &[Option<Text>], machine: &Place) -> bool {
        let is_same = |(one, other): (&Option<Text>, &Option<Text>)| match (one, other) {
            (Some(one), Some(other)) => is_same_text(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        self.base == *base
            && self.machine == *machine
            && self.texts.len() == texts.len()
            && self.texts.iter().zip(texts).all(is_same)
    }
}

/// Whether two texts are the same in the same reading of a file.
fn is_same_text(one: &Text, other: &Text) -> bool {
    let is_at_same = match (&one.host, &other.host) {
        (Host::File, Host::File) => true,
        (Host::Scalar(one), Host::Scalar(other)) | (Host::Structure(one), Host::Structure(other)) => {
            one.is_same_reading(other)
        }
        _ => false,
    };
    is_at_same && one.source == other.source
}

impl fmt::Debug for Known {
    /// The name only: patches may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Known").finish_non_exhaustive()
    }
}

//! A configuration whose texts stand elsewhere than when they were merged.

use std::sync::{Arc, OnceLock};

use manifest::{Place, Source};
use omni_client::scope::Layer;
use talos_config::Minor;

use super::facts::Facts;
use super::{Applied, Effective, EffectiveDocument, Shared};
use crate::estate::DeclaredPatch;

/// What a configuration is made of.
pub(super) struct MadeOf<'s> {
    pub(super) minor: Minor,
    pub(super) base: &'s Source,
    pub(super) patches: &'s [(Layer, Arc<DeclaredPatch>)],
}

impl Effective {
    /// Whether it was made of the very same patches.
    pub(super) fn is_of(&self, made_of: &MadeOf<'_>) -> bool {
        self.is_merge_of(made_of, Arc::ptr_eq)
    }

    /// Whether it was made of patches that say the same in another reading of their files.
    pub(super) fn is_moved_from(&self, made_of: &MadeOf<'_>) -> bool {
        self.is_merge_of(made_of, |one, other| Arc::ptr_eq(one, other) || one.is_alike(other))
    }

    fn is_merge_of(
        &self,
        made_of: &MadeOf<'_>,
        is_same: impl Fn(&Arc<DeclaredPatch>, &Arc<DeclaredPatch>) -> bool,
    ) -> bool {
        let mut patches = self.applied.iter().zip(made_of.patches);
        self.minor == made_of.minor
            && self.applied.len() == made_of.patches.len()
            && self.base == *made_of.base
            && patches
                .all(|(applied, (layer, patch))| applied.layer == *layer && is_same(&applied.patch, patch))
    }

    /// The same configuration of the same texts at their places of now.
    pub(super) fn moved(&self, applied: Vec<Applied>, machines: Vec<usize>, place: &Place) -> Self {
        // Where nothing but the machine stands elsewhere, what the patches say stands where it stood.
        let is_same =
            applied.iter().zip(&self.applied).all(|(one, other)| Arc::ptr_eq(&one.patch, &other.patch));
        let shared = self.documents.first().map(|document| {
            let known = Some(&document.shared).filter(|_| is_same);
            let facts = known.map(|known| &known.facts).filter(|facts| !speak_of(facts, &self.place));
            Arc::new(Shared {
                merge: Arc::clone(&document.shared.merge),
                written: document.shared.written.clone(),
                patches: applied.iter().map(|applied| Arc::clone(&applied.patch)).collect(),
                machine: place.clone(),
                faults: known.map(|known| known.faults.clone()).unwrap_or_default(),
                facts: facts.cloned().unwrap_or_default(),
            })
        });
        let documents = self.documents.iter().zip(shared.iter().cycle());
        let documents = documents.map(|(document, shared)| EffectiveDocument {
            document: Arc::clone(&document.document),
            index: document.index,
            is_v1alpha1: document.is_v1alpha1,
            shared: Arc::clone(shared),
        });
        let mut moved = Self {
            machines,
            minor: self.minor,
            applied,
            documents: documents.collect(),
            failure: self.failure.clone(),
            text: self.text.clone(),
            base: self.base.clone(),
            place: place.clone(),
            dead: self.dead.clone(),
            contested: Arc::clone(&self.contested),
        };
        if !self.contested.is_empty() {
            moved.find_contested();
        }
        moved
    }

    /// Whether both are the same but for where their texts and machines stand. What could not be merged never is.
    pub(crate) fn is_same_merge(&self, other: &Self) -> bool {
        let merge = |one: &Self| one.documents.first().map(|document| Arc::clone(&document.shared.merge));
        merge(self).zip(merge(other)).is_some_and(|(one, other)| Arc::ptr_eq(&one, &other))
    }

    /// Whether both are that for machines with the same numbers.
    pub(crate) fn is_alike(&self, other: &Self) -> bool {
        self.machines == other.machines && self.is_same_merge(other)
    }
}

/// Whether some of the facts stand at the place of the machine, as nothing in the repository says them.
fn speak_of(facts: &OnceLock<Arc<Facts>>, machine: &Place) -> bool {
    facts.get().is_some_and(|facts| {
        let labels = facts.labels.iter().map(|(_, label)| &label.place);
        let addresses = facts.addresses.iter().map(|address| &address.place);
        let taken = facts.taken.iter().map(|(_, range)| &range.place);
        labels.chain(addresses).chain(taken).any(|place| place == machine)
    })
}

//! Resources that are declared twice with the same content: in a file of their own, and in a part of a template that repeats
//! them so that a sync keeps them.

use std::collections::BTreeSet;
use std::sync::Arc;

use omni_client::resource::{ExtensionsConfiguration, Metadata, Resource};

use crate::estate::{Declared, DeclaredPatch, Location, differing};

/// The resources of one kind of the latest look at a cluster, with those that were left of them.
pub(super) struct Twins<T> {
    given: Vec<Arc<T>>,
    left: Vec<Arc<T>>,
}

/// A resource that may be declared twice.
pub(super) trait Declaration {
    fn metadata(&self) -> &Metadata;
    fn at(&self) -> &Location;
    /// Whether both say the same, whatever their metadata.
    fn has_same_content(&self, other: &Self) -> bool;
}

impl<T> Default for Twins<T> {
    fn default() -> Self {
        Self { given: Vec::new(), left: Vec::new() }
    }
}

impl<T: Declaration> Twins<T> {
    /// Leaves one of several resources that are the same, in the order of their ids. Of the ids that nothing has been said
    /// of since the last time, what was left then is left now.
    pub(super) fn leave_one(&mut self, given: &mut Vec<Arc<T>>) {
        let (gone, new) = differing(&self.given, given);
        if gone.len() + new.len() > FEW {
            self.left = merged(given.clone());
        } else if !(gone.is_empty() && new.is_empty()) {
            let ids: BTreeSet<&str> = gone.iter().chain(new).map(id).collect();
            let of_ids = given.iter().filter(|one| ids.contains(id(one))).cloned().collect();
            self.left.retain(|one| !ids.contains(id(one)));
            for one in merged(of_ids) {
                let place = self.left.partition_point(|other| id(other) <= id(&one));
                self.left.insert(place, one);
            }
        }
        self.given = std::mem::replace(given, self.left.clone());
    }
}

/// So many resources are looked for among the others one by one; more of them are sorted with all others.
const FEW: usize = 16;

fn id<T: Declaration>(one: &Arc<T>) -> &str {
    &one.metadata().id
}

fn merged<T: Declaration>(mut resources: Vec<Arc<T>>) -> Vec<Arc<T>> {
    resources.sort_by(|one, other| id(one).cmp(id(other)));
    let mut left: Vec<Arc<T>> = Vec::with_capacity(resources.len());
    // Where the resources of the id begin that is looked at.
    let mut first = 0;
    for one in resources {
        if left.last().is_some_and(|last| id(last) != id(&one)) {
            first = left.len();
        }
        let is_twin = |other: &&mut Arc<T>| {
            other.metadata().labels == one.metadata().labels && one.has_same_content(other)
        };
        match left.iter_mut().skip(first).find(is_twin) {
            // A file of its own counts before a part of a template.
            Some(twin) if one.at().base.is_root() && !twin.at().base.is_root() => *twin = one,
            Some(_) => {}
            None => left.push(one),
        }
    }
    left
}

impl Declaration for DeclaredPatch {
    fn metadata(&self) -> &Metadata {
        &self.resource.metadata
    }

    fn at(&self) -> &Location {
        &self.at
    }

    fn has_same_content(&self, other: &Self) -> bool {
        self.resource.spec.data.trim() == other.resource.spec.data.trim()
    }
}

impl Declaration for Declared<Resource<ExtensionsConfiguration>> {
    fn metadata(&self) -> &Metadata {
        &self.value.metadata
    }

    fn at(&self) -> &Location {
        &self.at
    }

    fn has_same_content(&self, other: &Self) -> bool {
        self.value.spec == other.value.spec
    }
}

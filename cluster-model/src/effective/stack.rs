//! Which patches a machine gets, and what Talos makes of them.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use manifest::{Place, Source, yaml};
use omni_client::OmniVersion;
use omni_client::resource::label;
use omni_client::scope::{ConfigPatches, Layer, Member};
use talos_config::patch::{self, Contest, FollowedConfiguration, Patched};
use talos_config::{Minor, Patch};

use super::moved::MadeOf;
use super::{Applied, Effective, EffectiveDocument, Merge, Shared, base, kind_of};
use crate::estate::{DeclaredPatch, Text, differing};
use crate::parallel;
use crate::spec::Role;

/// What patches are applied to.
#[derive(Clone, Debug)]
pub(crate) enum Base {
    /// What Omni generates for a role.
    Generated(Option<Role>),
    /// A configuration of the repository, which no patch of Omni reaches.
    Written(Text),
}

/// Machines as Omni looks for what reaches them, in the order of the estate.
pub(crate) struct Machines<'a> {
    /// What each is to Omni, what its patches are applied to, and where it is declared.
    pub(crate) machines: Vec<(Member<'a>, &'a Base, &'a Place)>,
}

/// The configurations of the latest look at a cluster.
#[derive(Default)]
pub(crate) struct Configurations {
    /// The patches that were there.
    patches: Vec<Arc<DeclaredPatch>>,
    minor: Option<Minor>,
    bases: Option<Arc<Bases>>,
    made: Vec<Arc<Effective>>,
    /// The same by the first machine of each. Only asked, never listed, so that its order is nobody's.
    by_first: HashMap<String, Arc<Effective>>,
}

/// The configurations of the machines of a cluster: one for each stack of patches, in the order of its first machine.
/// What was merged before is not merged again; `known` then holds what is known now. `has_same_machines` says that the
/// machines are those of the last time.
pub(crate) fn effective(
    machines: &Machines<'_>,
    patches: &[Arc<DeclaredPatch>],
    minor: Minor,
    has_same_machines: bool,
    known: &mut Configurations,
) -> Vec<Arc<Effective>> {
    known.forget_all_but(minor);
    let (_, new) = differing(&known.patches, patches);
    let new: Vec<&Arc<DeclaredPatch>> = new.iter().filter(|patch| !patch.is_loaded(minor)).collect();
    parallel::map(&new, |patch| drop(patch.loaded(minor)));
    let bases = Arc::clone(known.bases.get_or_insert_with(|| Arc::new(Bases::of(minor))));
    if !has_same_machines || !known.touch(machines, patches, minor, &bases) {
        let all: Vec<usize> = (0..machines.machines.len()).collect();
        let stacks = stacks(machines, &all, patches, minor);
        let made =
            parallel::map(&stacks, |stack| stack.merged(minor, &bases, known.by_first.get(stack.first)));
        let firsts = stacks.iter().map(|stack| stack.first.to_owned());
        known.by_first = firsts.zip(made.iter().cloned()).collect();
        known.made = made;
    }
    known.patches = patches.to_vec();
    known.made.clone()
}

/// So many machines are looked at one by one; more of them are looked at together with all others.
const FEW: usize = 16;

impl Configurations {
    /// Forgets what was made by the rules of another minor.
    fn forget_all_but(&mut self, minor: Minor) {
        if self.minor != Some(minor) {
            *self = Self { minor: Some(minor), ..Self::default() };
        }
    }

    /// Makes the configurations anew that have another patch, if all such patches are for single machines of which each has
    /// a configuration of its own, as nearly all edits leave it. Whether that was so; if not, nothing is done.
    fn touch(
        &mut self,
        machines: &Machines<'_>,
        patches: &[Arc<DeclaredPatch>],
        minor: Minor,
        bases: &Bases,
    ) -> bool {
        let (gone, new) = differing(&self.patches, patches);
        if gone.len() + new.len() > FEW {
            return false;
        }
        let touched: Option<BTreeSet<&str>> = gone.iter().chain(new).map(|patch| target(patch)).collect();
        let Some(touched) = touched else { return false };
        let mut made = Vec::new();
        for id in touched {
            let is_meant = |(member, base, _): &(Member<'_>, &Base, &Place)| {
                member.machine == id && matches!(base, Base::Generated(_))
            };
            let Some(number) = machines.machines.iter().position(is_meant) else { return false };
            let has_own = |effective: &&Arc<Effective>| effective.machines == [number];
            let Some(known) = self.by_first.get(id).filter(has_own) else { return false };
            // Of the others none reached it before, and none is for it now.
            let before = known.applied.iter().map(|applied| &applied.patch);
            let reaching: Vec<_> = before.chain(new).map(Arc::as_ptr).collect();
            let reaches = |patch: &&Arc<DeclaredPatch>| reaching.contains(&Arc::as_ptr(patch));
            let near: Vec<Arc<DeclaredPatch>> = patches.iter().filter(reaches).cloned().collect();
            let stacks = stacks(machines, &[number], &near, minor);
            let Some(stack) = stacks.first() else { return false };
            // Nobody else has such a patch, and so nobody has this stack.
            if !stack.applied.iter().any(|(_, patch)| target(patch).is_some()) {
                return false;
            }
            made.push((Arc::clone(known), stack.merged(minor, bases, Some(known))));
        }
        for (before, now) in made {
            let all = self.made.iter_mut().chain(self.by_first.values_mut());
            for known in all.filter(|known| Arc::ptr_eq(known, &before)) {
                *known = Arc::clone(&now);
            }
        }
        true
    }
}

/// The single machine that a patch reaches, if it can reach no other: one that names a set besides is for the set, too.
fn target(patch: &DeclaredPatch) -> Option<&str> {
    let metadata = &patch.resource.metadata;
    let in_cluster =
        || metadata.label(label::CLUSTER_MACHINE).filter(|_| metadata.label(label::MACHINE_SET).is_none());
    metadata.label(label::MACHINE).or_else(in_cluster)
}

/// Which patches reach the machines with these numbers: machines that the same patches reach are one stack.
fn stacks<'m>(
    machines: &'m Machines<'_>,
    wanted: &[usize],
    patches: &[Arc<DeclaredPatch>],
    minor: Minor,
) -> Vec<Stack<'m>> {
    let scopes = ConfigPatches::new(patches.iter().map(|patch| &patch.resource), OmniVersion::LATEST);
    // Only asked, never listed, so that its order is nobody's.
    let numbers: HashMap<*const _, usize> = patches
        .iter()
        .enumerate()
        .map(|(index, patch)| (std::ptr::from_ref(&patch.resource), index))
        .collect();
    let is_patch: Vec<bool> = patches.iter().map(|patch| patch.loaded(minor).value.is_some()).collect();
    let mut numbers_of: HashMap<(Option<Role>, Vec<usize>), usize> = HashMap::new();
    let mut stacks: Vec<Stack<'m>> = Vec::new();
    for &index in wanted {
        let Some(&(member, base, place)) = machines.machines.get(index) else { continue };
        let mut applied: Vec<(Layer, usize)> = Vec::new();
        if let Base::Generated(role) = base {
            applied.extend(scopes.of(member).filter_map(|applied| {
                let number = *numbers.get(&std::ptr::from_ref(applied.patch))?;
                is_patch.get(number)?.then_some((applied.layer, number))
            }));
            let key = (*role, applied.iter().map(|(_, number)| *number).collect());
            match numbers_of.entry(key) {
                Entry::Occupied(known) => {
                    stacks.get_mut(*known.get()).into_iter().for_each(|stack| stack.machines.push(index));
                    continue;
                }
                Entry::Vacant(free) => free.insert(stacks.len()),
            };
        }
        let applied = applied.into_iter().filter_map(|(layer, number)| Some((layer, patches.get(number)?)));
        let applied = applied.map(|(layer, patch)| (layer, Arc::clone(patch))).collect();
        stacks.push(Stack { first: member.machine, machines: vec![index], applied, base, place });
    }
    stacks
}

/// What Omni generates, once for all machines.
struct Bases {
    control_plane: FollowedConfiguration,
    worker: FollowedConfiguration,
}

impl Bases {
    fn of(minor: Minor) -> Self {
        let generated = |role| {
            let source = Source::new(base::NAME, base::generated(Some(role), minor));
            FollowedConfiguration::new(&source, minor)
        };
        Self { control_plane: generated(Role::ControlPlane), worker: generated(Role::Worker) }
    }

    /// Without a role it is that of a worker, as for [`base::generated`].
    fn of_role(&self, role: Option<Role>) -> &FollowedConfiguration {
        match role {
            Some(Role::ControlPlane) => &self.control_plane,
            Some(Role::Worker) | None => &self.worker,
        }
    }
}

/// The patches of some machines, and what they are applied to.
struct Stack<'m> {
    /// What the first machine is to Omni.
    first: &'m str,
    machines: Vec<usize>,
    applied: Vec<(Layer, Arc<DeclaredPatch>)>,
    base: &'m Base,
    /// Where the first machine is declared.
    place: &'m Place,
}

impl Stack<'_> {
    fn merged(&self, minor: Minor, bases: &Bases, known: Option<&Arc<Effective>>) -> Arc<Effective> {
        let Self { machines, applied, base, place, .. } = self;
        let own;
        let (followed, written) = match base {
            Base::Generated(role) => (bases.of_role(*role), None),
            Base::Written(text) => {
                own = FollowedConfiguration::new(&text.source, minor);
                (&own, Some(text))
            }
        };
        let base = followed.source();
        let made_of = MadeOf { minor, base, patches: applied };
        if let Some(known) = known.filter(|known| known.place == **place && known.is_of(&made_of)) {
            return if known.machines == *machines {
                Arc::clone(known)
            } else {
                Arc::new(Effective { machines: machines.clone(), ..(**known).clone() })
            };
        }
        let applied = applied.iter().map(|(layer, patch)| {
            let id = patch.resource.id().to_owned();
            Applied { id, layer: *layer, patch: Arc::clone(patch) }
        });
        let applied: Vec<Applied> = applied.collect();
        if let Some(known) = known.filter(|known| known.is_moved_from(&made_of)) {
            return Arc::new(known.moved(applied, machines.clone(), place));
        }
        let stack: Vec<Patch> =
            applied.iter().filter_map(|applied| applied.patch.loaded(minor).value.clone()).collect();
        let result = followed.apply(&stack);
        let mut made = Effective {
            machines: machines.clone(),
            minor,
            applied,
            documents: Vec::new(),
            failure: None,
            text: String::new(),
            base: base.clone(),
            place: (*place).clone(),
            dead: Vec::new(),
            contested: Arc::from([]),
        };
        match result {
            Ok(result) => {
                made.fill(result, written.cloned());
                let writers = made.find_contested();
                made.find_dead(&stack, &writers);
                // Here, beside others, and not when they are asked for one after the other.
                let _ = made.facts();
            }
            Err(error) => made.failure = Some(error.to_string()),
        }
        Arc::new(made)
    }
}

/// What patches make of a configuration, document by document.
///
/// Fails with the words of Talos where one of them is no patch, or where they cannot be merged.
pub(crate) fn merge(base: &str, patches: &[&str], minor: Minor) -> Result<Vec<yaml::Document>, String> {
    let mut loaded = Vec::with_capacity(patches.len());
    for (index, text) in patches.iter().enumerate() {
        let result = Patch::load(&Source::new(format!("patch {}", index + 1), *text), minor);
        let first = result.findings.first().map(|finding| finding.message.clone());
        loaded.push(result.value.ok_or_else(|| first.unwrap_or_default())?);
    }
    let text =
        patch::apply(&Source::new(base::NAME, base), &loaded, minor).map_err(|error| error.to_string())?;
    yaml::parse_as(&Source::new(base::NAME, text), minor.yaml()).map_err(|finding| finding.message)
}

impl Effective {
    /// Finds the values that override what another patch says, and returns the patches that values come from.
    pub(super) fn find_contested(&mut self) -> BTreeSet<usize> {
        let Some(shared) = self.documents.first().map(|document| &document.shared) else {
            return BTreeSet::new();
        };
        let Contest { writers, contested } = shared.merge.origins.contest();
        self.contested = contested.into_iter().map(|leaf| shared.leaf(leaf)).collect();
        writers
    }

    /// Finds the patches that make no difference.
    ///
    /// Only a patch from which no value comes can be one, so that nearly none has to be left out for a try.
    fn find_dead(&mut self, stack: &[Patch], alive: &BTreeSet<usize>) {
        if self.documents.is_empty() {
            return;
        }
        let dead = (0..stack.len()).filter(|index| !alive.contains(index)).filter(|&index| {
            let mut rest = stack.to_vec();
            rest.remove(index);
            patch::apply(&self.base, &rest, self.minor).is_ok_and(|text| text == self.text)
        });
        self.dead = dead.collect();
    }

    fn fill(&mut self, patched: Patched, written: Option<Text>) {
        let documents: Vec<_> = patched.origins.documents().to_vec();
        let shared = Arc::new(Shared {
            merge: Arc::new(Merge { origins: patched.origins, faults: OnceLock::new() }),
            written,
            patches: self.applied.iter().map(|applied| Arc::clone(&applied.patch)).collect(),
            machine: self.place.clone(),
            faults: [OnceLock::new(), OnceLock::new()],
            facts: OnceLock::new(),
        });
        self.documents = documents
            .into_iter()
            .enumerate()
            .map(|(index, document)| EffectiveDocument {
                is_v1alpha1: kind_of(&document).is_none(),
                document,
                index,
                shared: Arc::clone(&shared),
            })
            .collect();
        self.text = patched.text;
    }
}

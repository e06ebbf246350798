//! Which patches a machine gets, and what Talos makes of them.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use manifest::{Place, Source, yaml};
use omni_client::OmniVersion;
use omni_client::scope::{ConfigPatches, Layer, Member};
use talos_config::patch::{self, Patched};
use talos_config::{Minor, Patch};

use super::moved::MadeOf;
use super::{Applied, Effective, EffectiveDocument, LoadedPatch, Merge, Shared, base};
use crate::estate::{DeclaredPatch, Text};
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
    pub(crate) machines: Vec<(Member<'a>, Base, Place)>,
}

/// The configurations of the latest look at a cluster, by the first machine that has each.
pub(crate) type Configurations = HashMap<String, Arc<Effective>>;

/// The configurations of the machines of a cluster: one for each stack of patches, in the order of its first machine.
/// What was merged before is not merged again; `known` then holds what is known now.
pub(crate) fn effective(
    machines: &Machines<'_>,
    patches: &[Arc<DeclaredPatch>],
    minor: Minor,
    known: &mut Configurations,
) -> Vec<Arc<Effective>> {
    let scopes = ConfigPatches::new(patches.iter().map(|patch| &patch.resource), OmniVersion::LATEST);
    // Only asked, never listed, so that its order is nobody's.
    let numbers: HashMap<*const _, usize> = patches
        .iter()
        .enumerate()
        .map(|(index, patch)| (std::ptr::from_ref(&patch.resource), index))
        .collect();
    let loaded: Vec<Arc<LoadedPatch>> = parallel::map(patches, |patch| patch.loaded(minor));
    let is_patch = |number: usize| loaded.get(number).is_some_and(|patch| patch.value.is_some());
    let mut numbers_of: HashMap<(Option<Role>, Vec<usize>), usize> = HashMap::new();
    let mut stacks: Vec<Stack<'_>> = Vec::new();
    for (index, (member, base, place)) in machines.machines.iter().enumerate() {
        let mut applied: Vec<(Layer, usize)> = Vec::new();
        if let Base::Generated(role) = base {
            applied.extend(scopes.of(*member).filter_map(|applied| {
                let number = *numbers.get(&std::ptr::from_ref(applied.patch))?;
                is_patch(number).then_some((applied.layer, number))
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
        let applied = applied.collect();
        stacks.push(Stack { first: member.machine, machines: vec![index], applied, base, place });
    }
    let bases = Bases::of(minor);
    let made = parallel::map(&stacks, |stack| stack.merged(minor, &bases, known.get(stack.first)));
    let firsts = stacks.iter().map(|stack| stack.first.to_owned());
    *known = firsts.zip(made.iter().cloned()).collect();
    made
}

/// What Omni generates, once for all machines.
struct Bases {
    control_plane: Source,
    worker: Source,
}

impl Bases {
    fn of(minor: Minor) -> Self {
        let generated = |role| Source::new(base::NAME, base::generated(Some(role), minor));
        Self { control_plane: generated(Role::ControlPlane), worker: generated(Role::Worker) }
    }

    /// Without a role it is that of a worker, as for [`base::generated`].
    fn of_role(&self, role: Option<Role>) -> &Source {
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
    applied: Vec<(Layer, &'m Arc<DeclaredPatch>)>,
    base: &'m Base,
    /// Where the first machine is declared.
    place: &'m Place,
}

impl Stack<'_> {
    fn merged(&self, minor: Minor, bases: &Bases, known: Option<&Arc<Effective>>) -> Arc<Effective> {
        let Self { machines, applied, base, place, .. } = self;
        let (base, written) = match base {
            Base::Generated(role) => (bases.of_role(*role), None),
            Base::Written(text) => (&text.source, Some(text)),
        };
        let made_of = MadeOf { minor, base, patches: applied };
        if let Some(known) = known.filter(|known| known.place == **place && known.is_of(&made_of)) {
            return if known.machines == *machines {
                Arc::clone(known)
            } else {
                Arc::new(Effective { machines: machines.clone(), ..(**known).clone() })
            };
        }
        let applied = applied.iter().map(|&(layer, patch)| {
            let id = patch.resource.id().to_owned();
            Applied { id, layer, patch: Arc::clone(patch) }
        });
        let applied: Vec<Applied> = applied.collect();
        if let Some(known) = known.filter(|known| known.is_moved_from(&made_of)) {
            return Arc::new(known.moved(applied, machines.clone(), place));
        }
        let stack: Vec<Patch> =
            applied.iter().filter_map(|applied| applied.patch.loaded(minor).value.clone()).collect();
        let result = patch::apply_with_origins(base, &stack, minor);
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
                made.find_contested();
                made.find_dead(&stack);
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
    yaml::parse(&Source::new(base::NAME, text)).map_err(|finding| finding.message)
}

impl Effective {
    /// Finds the values that override what another patch says.
    pub(super) fn find_contested(&mut self) {
        let Some(shared) = self.documents.first().map(|document| &document.shared) else { return };
        let leaves = shared.merge.origins.leaves().into_iter();
        let contested =
            leaves.filter(|leaf| leaf.origin.overrode.iter().any(|origin| shared.writer(origin).is_some()));
        self.contested = contested.map(|leaf| shared.leaf(leaf)).collect();
    }

    /// Finds the patches that make no difference.
    ///
    /// Only a patch from which no value comes can be one, so that nearly none has to be left out for a try.
    fn find_dead(&mut self, stack: &[Patch]) {
        let Some(shared) = self.documents.first().map(|document| &document.shared) else { return };
        let leaves = shared.merge.origins.leaves();
        let alive: BTreeSet<usize> = leaves.iter().filter_map(|leaf| shared.writer(&leaf.origin)).collect();
        let dead = (0..stack.len()).filter(|index| !alive.contains(index)).filter(|&index| {
            let mut rest = stack.to_vec();
            rest.remove(index);
            patch::apply(&self.base, &rest, self.minor).is_ok_and(|text| text == self.text)
        });
        self.dead = dead.collect();
    }

    fn fill(&mut self, patched: Patched, written: Option<Text>) {
        let documents = yaml::parse(&Source::new(base::NAME, &*patched.text)).unwrap_or_default();
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
                document: Arc::new(document),
                index,
                shared: Arc::clone(&shared),
            })
            .collect();
        self.text = patched.text;
    }
}

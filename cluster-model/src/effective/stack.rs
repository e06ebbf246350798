//! Which patches a machine gets, and what Talos makes of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use manifest::{Place, Source, yaml};
use omni_client::OmniVersion;
use omni_client::scope::{ConfigPatches, Member};
use talos_config::patch::{self, Patched};
use talos_config::{Minor, Patch};

use super::known::{LoadedPatch, Remembered};
use super::{Applied, Effective, EffectiveDocument, Known, Shared, base};
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

/// The configurations of the machines of a cluster: one for each stack of patches, in the order of its first machine.
/// What is known from before is not merged again.
pub(crate) fn effective(
    cluster: &str,
    machines: &Machines<'_>,
    patches: &[Arc<DeclaredPatch>],
    minor: Minor,
    known: &Known,
) -> Vec<Effective> {
    let before = known.take(cluster);
    let scopes = ConfigPatches::new(patches.iter().map(|patch| &patch.resource), OmniVersion::LATEST);
    let numbers: BTreeMap<*const _, usize> = patches
        .iter()
        .enumerate()
        .map(|(index, patch)| (std::ptr::from_ref(&patch.resource), index))
        .collect();
    let loaded: Vec<Arc<LoadedPatch>> =
        parallel::map(patches, |patch| before.patch(patch.resource.id(), &patch.text.source, minor));
    let mut numbers_of: BTreeMap<(Option<Role>, Vec<usize>), usize> = BTreeMap::new();
    let mut stacks: Vec<Stack<'_>> = Vec::new();
    for (index, (member, base, place)) in machines.machines.iter().enumerate() {
        let applied: Vec<Applied> = match base {
            Base::Written(_) => Vec::new(),
            Base::Generated(_) => scopes
                .of(*member)
                .filter_map(|applied| {
                    let patch = *numbers.get(&std::ptr::from_ref(applied.patch))?;
                    let id = applied.patch.id().to_owned();
                    Some(Applied { id, layer: applied.layer, patch })
                })
                .filter(|applied| loaded.get(applied.patch).is_some_and(|patch| patch.value.is_some()))
                .collect(),
        };
        if let Base::Generated(role) = base {
            let key = (*role, applied.iter().map(|applied| applied.patch).collect());
            if let Some(stack) = numbers_of.get(&key).and_then(|&number| stacks.get_mut(number)) {
                stack.machines.push(index);
                continue;
            }
            numbers_of.insert(key, stacks.len());
        }
        stacks.push(Stack { first: member.machine, machines: vec![index], applied, base, place });
    }
    let bases = Bases::of(minor);
    let made = parallel::map(&stacks, |stack| stack.merged(patches, &loaded, minor, &bases, &before));
    let ids = patches.iter().map(|patch| patch.resource.id().to_owned());
    let firsts = stacks.iter().map(|stack| stack.first.to_owned());
    let after =
        Remembered { stacks: firsts.zip(made.iter().cloned()).collect(), patches: ids.zip(loaded).collect() };
    known.put(cluster, after);
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
    applied: Vec<Applied>,
    base: &'m Base,
    /// Where the first machine is declared.
    place: &'m Place,
}

impl Stack<'_> {
    fn merged(
        &self,
        patches: &[Arc<DeclaredPatch>],
        loaded: &[Arc<LoadedPatch>],
        minor: Minor,
        bases: &Bases,
        before: &Remembered,
    ) -> Effective {
        let Self { first, machines, applied, base, place } = self;
        let texts = applied.iter().map(|applied| patches.get(applied.patch).map(|patch| patch.text.clone()));
        let (source, written) = match base {
            Base::Generated(role) => (bases.of_role(*role).clone(), None),
            Base::Written(text) => (text.source.clone(), Some(text.clone())),
        };
        let texts: Vec<Option<Text>> = std::iter::once(written).chain(texts).collect();
        let known = before.stacks.get(*first);
        if let Some(mut known) = known.and_then(|known| known.again(&source, &texts, place, minor)) {
            known.renumber(machines, applied);
            return known;
        }
        let stack: Vec<Patch> =
            applied.iter().filter_map(|applied| loaded.get(applied.patch)?.value.clone()).collect();
        let result = patch::apply_with_origins(&source, &stack, minor);
        let mut made = Effective {
            machines: machines.clone(),
            minor,
            applied: applied.clone(),
            documents: Vec::new(),
            failure: None,
            text: String::new(),
            dead: Vec::new(),
            contested: Arc::from([]),
        };
        match result {
            Ok(result) => {
                made.fill(result, source.clone(), texts, place);
                made.find_dead(&source, &stack);
            }
            Err(error) => made.failure = Some(error.to_string()),
        }
        made
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
    /// Finds the patches that make no difference, and the values that override what another patch says.
    ///
    /// Only a patch from which no value comes can be one, so that nearly none has to be left out for a try.
    fn find_dead(&mut self, source: &Source, stack: &[Patch]) {
        let mut alive: BTreeSet<usize> = BTreeSet::new();
        let mut contested = Vec::new();
        if let Some(shared) = self.documents.first().map(|document| &document.shared) {
            for leaf in shared.origins.leaves() {
                alive.extend(shared.writer(&leaf.origin));
                if leaf.origin.overrode.iter().any(|origin| shared.writer(origin).is_some()) {
                    contested.push(shared.leaf(leaf));
                }
            }
        }
        self.contested = contested.into();
        for index in (0..stack.len()).filter(|index| !alive.contains(index)) {
            let mut rest = stack.to_vec();
            rest.remove(index);
            let is_same = patch::apply(source, &rest, self.minor).is_ok_and(|text| text == self.text);
            self.dead.extend(self.applied.get(index).filter(|_| is_same).map(|applied| applied.patch));
        }
    }

    fn fill(&mut self, patched: Patched, base: Source, texts: Vec<Option<Text>>, machine: &Place) {
        let documents = yaml::parse(&Source::new(base::NAME, &*patched.text)).unwrap_or_default();
        let shared = Arc::new(Shared {
            base,
            origins: patched.origins,
            texts,
            machine: machine.clone(),
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

//! The machines of a cluster, and what the repository says of each.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use manifest::yaml::{Document, Node};
use manifest::{FieldPath, Part, Place, Source};
use omni_client::resource::{ExtensionsConfiguration, KernelArgs, MachineSetNode, Resource, label};
use omni_client::scope::{ExtensionsConfigurations, Member};

use super::spec_file::SpecFile;
use super::{Repository, assign};
use crate::effective::{Base, Effective, Machines};
use crate::estate::{
    Declared, DeclaredPatch, Estate, Extensions, Host, Location, Machine, OmniEstate, Placed, Text,
    differing, is_same_list,
};
use crate::spec::Role;

/// A machine with what finds its patches.
pub(super) struct Found {
    machine: Machine,
    /// Its id to Omni; the path of its file for one that is not Omni's.
    key: String,
    /// The machine set whose patches reach it; empty for none.
    set: String,
    /// The machine set that its membership names, if it is a member.
    member_of: Option<String>,
    base: Base,
}

/// The machines of the latest look at a cluster, with all that they follow from.
#[derive(Default)]
pub(super) struct KnownMachines {
    nodes: Vec<Arc<Declared<Resource<MachineSetNode>>>>,
    configurations: Vec<Arc<Document>>,
    spec: Option<Arc<SpecFile>>,
    patches: Vec<Arc<DeclaredPatch>>,
    lists: Vec<Arc<DeclaredList>>,
    arguments: Vec<Arc<Declared<Resource<KernelArgs>>>>,
    /// Whether all of them follow from nodes, configurations and spec: no patch and no list names another one.
    is_complete: bool,
    found: Arc<Vec<Found>>,
    filled: Vec<Filled>,
}

/// A machine as it stands in the estate, with what it was filled in from.
struct Filled {
    list: Option<Arc<DeclaredList>>,
    arguments: Option<Arc<Declared<Resource<KernelArgs>>>>,
    effective: Option<Arc<Effective>>,
    machine: Arc<Machine>,
}

type DeclaredList = Declared<Resource<ExtensionsConfiguration>>;

impl KnownMachines {
    /// The machines of a cluster: those of its sets, those that patches and lists name, those of the spec, and whole
    /// configurations that name the cluster; and whether they are those of the last time.
    pub(super) fn of(
        &mut self,
        repository: &Repository,
        cluster: &str,
        omni: &OmniEstate,
        spec: Option<&Arc<SpecFile>>,
    ) -> (Arc<Vec<Found>>, bool) {
        let is_same = self.is_complete
            && is_same_list(&self.nodes, &omni.nodes)
            && is_same_list(&self.configurations, &repository.configurations)
            && is_same_list(self.spec.as_slice(), spec.map(std::slice::from_ref).unwrap_or_default())
            && self.names_members_only(omni);
        if !is_same {
            // Only asked, never listed, so that its order is nobody's.
            let members: HashSet<&str> = omni.nodes.iter().map(|node| node.value.id()).collect();
            let facts = spec.and_then(|spec| spec.estate.as_ref());
            *self = Self {
                nodes: omni.nodes.clone(),
                configurations: repository.configurations.clone(),
                spec: spec.cloned(),
                is_complete: named(&omni.patches, &omni.extensions).all(|(id, ..)| members.contains(id)),
                found: Arc::new(find(repository, cluster, omni, facts)),
                ..Self::default()
            };
        }
        self.patches.clone_from(&omni.patches);
        (Arc::clone(&self.found), is_same)
    }

    /// Whether the patches and lists that are new since the last time name machines that were there.
    fn names_members_only(&self, omni: &OmniEstate) -> bool {
        let (_, patches) = differing(&self.patches, &omni.patches);
        let (_, lists) = differing(&self.lists, &omni.extensions);
        named(patches, lists).all(|(id, ..)| self.nodes.iter().any(|node| node.value.id() == id))
    }
}

/// Patches and lists that name a machine: its id, and where it is named.
fn named<'o>(
    patches: &'o [Arc<DeclaredPatch>],
    lists: &'o [Arc<DeclaredList>],
) -> impl Iterator<Item = (&'o str, &'static str, &'o Location)> {
    let patches = patches.iter().map(|patch| (&patch.resource.metadata, &patch.at));
    let lists = lists.iter().map(|list| (&list.value.metadata, &list.at));
    patches.chain(lists).flat_map(|(metadata, at)| {
        [label::CLUSTER_MACHINE, label::MACHINE].into_iter().filter_map(move |key| {
            let id = metadata.label(key).filter(|id| !id.is_empty())?;
            Some((id, key, at))
        })
    })
}

fn find(repository: &Repository, cluster: &str, omni: &OmniEstate, facts: Option<&Estate>) -> Vec<Found> {
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    for declared in &omni.nodes {
        let Declared { value, at } = &**declared;
        let place = at.place(&inner(at, "metadata.id"), Part::Value);
        let role = role_of(&value.metadata);
        let set = value.metadata.label(label::MACHINE_SET);
        found.entry(value.id().to_owned()).or_insert_with(|| omni_machine(value.id(), place, role, set));
    }
    for (id, key, at) in named(&omni.patches, &omni.extensions) {
        let path = FieldPath::root().keys("metadata.labels").key(key);
        found
            .entry(id.to_owned())
            .or_insert_with(|| omni_machine(id, at.place(&path, Part::Value), None, None));
    }
    for declared in facts.iter().flat_map(|facts| &facts.machines) {
        let Some(id) = &declared.id else { continue };
        let id = id.value.as_str();
        let known = found
            .entry(id.to_owned())
            .or_insert_with(|| omni_machine(id, declared.place.clone(), declared.role, None));
        known.machine.name.clone_from(&declared.name);
        known.machine.place.clone_from(&declared.place);
        known.machine.id.clone_from(&declared.id);
        known.machine.role = known.machine.role.or(declared.role);
        known.machine.addresses.clone_from(&declared.addresses);
        known.machine.nics.clone_from(&declared.nics);
        known.machine.disk.clone_from(&declared.disk);
    }
    for known in found.values_mut() {
        known.base = Base::Generated(known.machine.role);
        if known.set.is_empty() {
            known.set = match known.machine.role {
                Some(Role::ControlPlane) => format!("{cluster}-control-planes"),
                Some(Role::Worker) => format!("{cluster}-workers"),
                None => String::new(),
            };
        }
    }
    let mut found: Vec<Found> = found.into_values().collect();
    found.extend(repository.configurations.iter().filter_map(|document| written(document, cluster)));
    found
}

fn omni_machine(id: &str, place: Place, role: Option<Role>, set: Option<&str>) -> Found {
    let machine = Machine {
        name: id.to_owned(),
        id: id.parse().ok().map(|value| Placed { value, place: place.clone() }),
        role,
        ..Machine::at(place)
    };
    let member_of = set.map(str::to_owned);
    let set = set.unwrap_or_default().to_owned();
    Found { machine, key: id.to_owned(), set, member_of, base: Base::Generated(role) }
}

/// A machine that is declared by its whole configuration.
fn written(document: &Arc<Document>, cluster: &str) -> Option<Found> {
    let root = document.root();
    let text = |section: &str, key: &str| root.get(section)?.get(key).and_then(Node::as_text);
    if assign::cluster_of(document) != cluster {
        return None;
    }
    let source: Source = document.source().clone();
    let at = Location::of(Arc::clone(document));
    let role = match text("machine", "type") {
        Some("controlplane" | "init") => Some(Role::ControlPlane),
        Some("worker") => Some(Role::Worker),
        _ => None,
    };
    let machine = Machine { name: source.name().to_owned(), role, ..Machine::at(at.whole()) };
    let key = source.name().to_owned();
    let base = Base::Written(Text { source, host: Host::File });
    Some(Found { machine, key, set: String::new(), member_of: None, base })
}

/// The machines as Omni looks for what reaches them.
pub(super) fn members<'f>(found: &'f [Found], cluster: &'f str) -> Machines<'f> {
    let member = |found: &'f Found| Member::new(&found.key, cluster, &found.set);
    let machines = found.iter().map(|found| (member(found), &found.base, &found.machine.place)).collect();
    Machines { machines }
}

fn role_of(metadata: &omni_client::resource::Metadata) -> Option<Role> {
    if metadata.label(label::ROLE_CONTROL_PLANE).is_some() {
        return Some(Role::ControlPlane);
    }
    metadata.label(label::ROLE_WORKER).map(|_| Role::Worker)
}

impl KnownMachines {
    /// Puts the machines that were found last into the estate, with what configurations, lists of extensions and kernel
    /// arguments say of each. A machine of which all that is the same is the same machine.
    pub(super) fn fill(&mut self, estate: &mut Estate, omni: &OmniEstate) {
        let mut configured: Vec<Option<usize>> = vec![None; self.found.len()];
        for (index, effective) in estate.effective.iter().enumerate() {
            for &number in &effective.machines {
                configured.get_mut(number).into_iter().for_each(|configured| *configured = Some(index));
            }
        }
        let has_same_lists = is_same_list(&self.lists, &omni.extensions)
            && is_same_list(&self.arguments, &omni.kernel_args)
            && self.filled.len() == self.found.len();
        let own = (!has_same_lists).then(|| Own::of(omni));
        let mut before = std::mem::take(&mut self.filled).into_iter();
        let filled = self.found.iter().zip(configured).map(|(found, index)| {
            let before = before.next();
            let (list, arguments) = match (&own, &before) {
                (None, Some(before)) => (before.list.clone(), before.arguments.clone()),
                (own, _) => own.as_ref().map(|own| own.of_machine(found, &estate.name)).unwrap_or_default(),
            };
            let effective = index.and_then(|index| estate.effective.get(index)).cloned();
            let known = before.filter(|before| {
                is_same_list(before.list.as_slice(), list.as_slice())
                    && is_same_list(before.arguments.as_slice(), arguments.as_slice())
                    && is_same_list(before.effective.as_slice(), effective.as_slice())
            });
            let machine = match known.map(|known| known.machine) {
                Some(known) if known.effective == index => known,
                Some(known) => Arc::new(Machine { effective: index, ..(*known).clone() }),
                None => {
                    let mut machine = Machine { effective: index, ..found.machine.clone() };
                    machine.set = machine.id.as_ref().map(|_| found.set_in(&estate.name));
                    machine.extensions = list.as_deref().map(extensions);
                    machine.kernel_args = arguments.as_deref().map(kernel_args).unwrap_or_default();
                    if let Some(effective) = &effective {
                        of_configuration(&mut machine, effective);
                    }
                    Arc::new(machine)
                }
            };
            Filled { list, arguments, effective, machine }
        });
        self.filled = filled.collect();
        self.lists.clone_from(&omni.extensions);
        self.arguments.clone_from(&omni.kernel_args);
        estate.machines = self.filled.iter().map(|filled| Arc::clone(&filled.machine)).collect();
    }
}

/// The lists of extensions and the kernel arguments of a cluster, to be asked for those of a machine.
struct Own<'o> {
    lists: ExtensionsConfigurations<'o>,
    // Only asked, never listed, so that their order is nobody's.
    declared: HashMap<*const Resource<ExtensionsConfiguration>, &'o Arc<DeclaredList>>,
    arguments: HashMap<&'o str, &'o Arc<Declared<Resource<KernelArgs>>>>,
}

type OwnOfMachine = (Option<Arc<DeclaredList>>, Option<Arc<Declared<Resource<KernelArgs>>>>);

impl<'o> Own<'o> {
    fn of(omni: &'o OmniEstate) -> Self {
        let declared = omni.extensions.iter().map(|list| (std::ptr::from_ref(&list.value), list));
        let arguments = omni.kernel_args.iter().map(|declared| (declared.value.id(), declared));
        Self {
            lists: ExtensionsConfigurations::new(omni.extensions.iter().map(|list| &list.value)),
            declared: declared.collect(),
            arguments: arguments.collect(),
        }
    }

    /// What a machine gets; nothing where it has no id by which Omni knows it.
    fn of_machine(&self, found: &Found, cluster: &str) -> OwnOfMachine {
        let Some(id) = &found.machine.id else { return OwnOfMachine::default() };
        let set = found.set_in(cluster);
        let chosen = self.lists.of(Member::new(id.value.as_str(), cluster, &set));
        let list = chosen.and_then(|chosen| self.declared.get(&std::ptr::from_ref(chosen.configuration)));
        (list.copied().cloned(), self.arguments.get(id.value.as_str()).copied().cloned())
    }
}

impl Found {
    /// The machine set that the machine is in, as far as anything says; a machine without a role is taken for a worker.
    fn set_in(&self, cluster: &str) -> String {
        self.member_of.clone().unwrap_or_else(|| match self.machine.role {
            Some(Role::ControlPlane) => format!("{cluster}-control-planes"),
            _ => format!("{cluster}-workers"),
        })
    }
}

fn kernel_args(declared: &Declared<Resource<KernelArgs>>) -> Vec<Placed<String>> {
    let path = inner(&declared.at, "spec.args");
    let args = declared.value.spec.args.iter().enumerate();
    let placed = |(index, arg): (usize, &String)| Placed {
        value: arg.clone(),
        place: declared.at.place(&path.clone().index(index), Part::Value),
    };
    args.map(placed).collect()
}

fn extensions(declared: &DeclaredList) -> Extensions {
    let path = inner(&declared.at, "spec.extensions");
    let names = declared.value.spec.extensions.iter().enumerate();
    let name = |(index, name): (usize, &String)| Placed {
        value: name.clone(),
        place: declared.at.place(&path.clone().index(index), Part::Value),
    };
    Extensions { names: names.map(name).collect(), place: declared.at.place(&path, Part::Key) }
}

/// The path of a part of a resource; the part of a template that stands for the resource is the part itself.
fn inner(at: &Location, keys: &str) -> FieldPath {
    if at.base.is_root() { FieldPath::root().keys(keys) } else { FieldPath::root() }
}

/// Name, addresses and labels, as the configuration has them.
fn of_configuration(machine: &mut Machine, effective: &Effective) {
    let Some(facts) = effective.facts() else { return };
    let has_name = machine.id.as_ref().is_some_and(|id| id.value.as_str() != machine.name);
    if let Some(hostname) = facts.hostname.as_ref().filter(|_| !has_name) {
        machine.name.clone_from(hostname);
    }
    machine.labels = facts.labels.clone();
    if machine.addresses.is_empty() {
        machine.addresses.clone_from(&facts.addresses);
    }
}
